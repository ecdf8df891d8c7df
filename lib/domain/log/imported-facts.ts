import type { ParsedAdr } from "../adr-import/schema";
import { enginesNamedIn } from "./engines";
import { firstLine } from "./facts";
import { type LogStatus, logStatusSchema } from "./schema";

export type ImportedFacts = {
  title: string;
  status: LogStatus;
  statusWritten: string | null;
  chosen: string | null;
  engines: string[];
  tags: string[];
  /** ISO day, or null where the file states less. */
  decidedOn: string | null;
  /** ISO time by which the log sorts it; what states no date at all comes last, by number. */
  sortAt: string;
  approvers: string[];
  body: string;
};

const MAX_BODY = 60_000;
const MAX_LISTED = 20;
const MAX_TITLE = 200;

/**
 * What the log says of a file that was read as a record. What the file does not state stays unknown: no status, no date and no
 * engine is guessed.
 * @example importedFacts({ adr, path: "docs/adr/0003-use-redis.md" }).engines // ["redis"]
 */
export function importedFacts({ adr, path }: { adr: ParsedAdr; path: string }): ImportedFacts {
  const title = adr.title ?? path.split("/").at(-1) ?? path;
  const usual = logStatusSchema.safeParse(adr.status);
  const date = adr.date ?? adr.filenameDate;
  const number = Number(adr.number ?? 0);
  const names = [adr.chosenOption, title].filter((text) => text !== null).join("\n");
  return {
    title: title.slice(0, MAX_TITLE),
    status: usual.success ? usual.data : "unknown",
    statusWritten: usual.success && usual.data === adr.statusRaw?.toLowerCase() ? null : (adr.statusRaw?.slice(0, MAX_TITLE) ?? null),
    chosen: adr.chosenOption === null ? null : firstLine(adr.chosenOption),
    engines: enginesNamedIn(names),
    tags: [...new Set(adr.tags.map((tag) => tag.trim().toLowerCase().slice(0, 40)).filter(Boolean))].slice(0, MAX_LISTED),
    decidedOn: date !== null && /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : null,
    sortAt: date === null ? new Date(Math.min(number, 9_999_999) * 1000).toISOString() : new Date(date).toISOString(),
    approvers: adr.deciders.slice(0, MAX_LISTED).map((name) => name.slice(0, MAX_TITLE)),
    body: adr.sections
      .map(({ text }) => text)
      .join("")
      .slice(0, MAX_BODY),
  };
}

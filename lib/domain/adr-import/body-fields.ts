import { withoutComments } from "./outline";
import { scanLines } from "./scan-lines";

/** Labelled values above the first section: `- Status: accepted`, `Date: 2026-11-20`, `**Deciders:** Ada`. */
export type BodyFields = {
  values: ReadonlyMap<string, string>;
  /** The sign in front of the values, by which log4brains (-) and MADR 2 (*) can be told apart. */
  bullet: "-" | "*" | null;
};

const NAMES = new Map([
  ["status", "status"],
  ["date", "date"],
  ["deciders", "deciders"],
  ["decider", "deciders"],
  ["decision-makers", "deciders"],
  ["decision makers", "deciders"],
  ["tags", "tags"],
]);
/** Values stand at the top of a record; a long text without headings is not searched to its end. */
const MAX_LINES = 80;

/**
 * The labelled values in the text above the first section. Examples in code are not values.
 * @example readBodyFields("- Status: accepted\n").values.get("status") // "accepted"
 */
export function readBodyFields(text: string): BodyFields {
  const values = new Map<string, string>();
  let bullet: BodyFields["bullet"] = null;
  let count = 0;
  for (const line of scanLines(text)) {
    count += 1;
    if (count > MAX_LINES) break;
    if (line.isCode || line.text.length > 1_000) continue;
    for (const part of line.text.split(/ \| (?=\**[A-Za-z][A-Za-z -]{2,20}\**:)/u)) {
      const value = labelled(part);
      if (value === null || values.has(value.name)) continue;
      values.set(value.name, value.text);
      bullet ??= value.bullet;
    }
  }
  return { values, bullet };
}

function labelled(part: string): { name: string; text: string; bullet: BodyFields["bullet"] } | null {
  const match = /^[ \t]{0,3}(?:([-*])[ \t]+)?(?:\*\*|__)?([A-Za-z][A-Za-z -]{2,20}?)(?:\*\*|__)?[ \t]?:(?:\*\*|__)?(.*)$/u.exec(part);
  const name = NAMES.get(match?.[2]?.toLowerCase() ?? "");
  if (match === null || name === undefined) return null;
  return { name, text: withoutComments(match[3] ?? "").trim(), bullet: match[1] === "-" || match[1] === "*" ? match[1] : null };
}

import "server-only";
import type { ImportedFile } from "@/lib/domain/adr-import/import-report";
import { importedFacts } from "@/lib/domain/log/imported-facts";
import type { ImportOutcome } from "@/lib/domain/log/schema";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { takeOwnNumbers } from "../spaces/numbers";

/** A file as it came and as it was read. */
export type ReadFile = { path: string; bytes: Buffer; hash: Buffer; result: ImportedFile };

type TakingIn = { files: readonly ReadFile[]; spaceId: string; language: string; byMemberId: string; byName: string };
type Known = { id: string; title: string; number: number | null };

/**
 * Files of one call into the log, with what became of each. A handful of statements however many files there are: a folder may
 * hold thousands. The same bytes are taken once, also within the call; a text that differs in its encoding only is another file.
 */
export async function takeIn(tx: Tx, { files, spaceId, language, byMemberId, byName }: TakingIn): Promise<ImportOutcome[]> {
  const known = await knownIn(tx, { files, spaceId });
  const fresh = new Map<string, { file: ReadFile; id: string }>();
  for (const file of files) {
    const hash = file.hash.toString("hex");
    if (isRecord(file) && !known.has(hash) && !fresh.has(hash)) fresh.set(hash, { file, id: newId() });
  }
  const rows = [...fresh.values()].flatMap(({ file, id }) => rowsOf({ file, id, spaceId, language, byMemberId, byName }));
  const wanted = rows.flatMap(({ entry, source }) =>
    source.number === null ? [] : { number: Number(source.number), entryId: entry.id, title: entry.title },
  );
  const numbered = await takeOwnNumbers(tx, { spaceId, how: "imported", wanted });
  const entries = rows.map(({ entry, source }) => ({ ...entry, number: numbered.has(entry.id) ? Number(source.number) : null }));
  await tx.logEntry.createMany({ data: entries });
  await tx.logSource.createMany({ data: rows.map(({ source }) => source) });
  const added = new Map(entries.map((entry) => [entry.id, entry]));
  return files.map((file) => {
    const hash = file.hash.toString("hex");
    const mine = fresh.get(hash);
    const entry = mine && added.get(mine.id);
    if (entry !== undefined && mine?.file === file) return addedOf(file, entry);
    return heldOf(file, known.get(hash) ?? entry);
  });
}

async function knownIn(tx: Tx, { files, spaceId }: Pick<TakingIn, "files" | "spaceId">): Promise<Map<string, Known>> {
  const rows = await tx.logSource.findMany({
    where: { spaceId, sha256: { in: files.map(({ hash }) => new Uint8Array(hash)) } },
    select: { sha256: true, entry: { select: { id: true, title: true, number: true } } },
  });
  return new Map(rows.map(({ sha256, entry }) => [Buffer.from(sha256).toString("hex"), entry]));
}

/** The reader calls a text that it met before in one call a duplicate; the bytes decide here. */
const isRecord = ({ result }: ReadFile): boolean => result.adr !== null && (result.outcome !== "skipped" || result.reason === "duplicate");

function rowsOf({ file, id, spaceId, language, byMemberId, byName }: Omit<TakingIn, "files"> & { file: ReadFile; id: string }) {
  const { adr } = file.result;
  if (adr === null) return [];
  const { decidedOn, sortAt, ...facts } = importedFacts({ adr, path: file.path });
  const source = {
    entryId: id,
    spaceId,
    path: file.path,
    sha256: new Uint8Array(file.hash),
    content: new Uint8Array(file.bytes),
    format: adr.format,
    warnings: adr.warnings,
    number: adr.number,
    supersededBy: adr.supersededBy,
    supersedes: adr.supersedes,
    byMemberId,
    byName,
  };
  const day = decidedOn === null ? null : new Date(decidedOn);
  return [{ entry: { id, spaceId, language, ...facts, decidedOn: day, sortAt: new Date(sortAt) }, source }];
}

const NOTHING = { reason: null, entryId: null, title: null, number: null, numberTaken: null, status: null, warnings: [] };

function addedOf({ path, result }: ReadFile, entry: { id: string; title: string; number: number | null; status: string }): ImportOutcome {
  const { id: entryId, title, number } = entry;
  const status = entry.status as ImportOutcome["status"];
  const numberTaken = number === null ? (result.adr?.number ?? null) : null;
  return { ...NOTHING, path, outcome: "added", entryId, title, number, numberTaken, status, warnings: result.adr?.warnings ?? [] };
}

function heldOf({ path, result }: ReadFile, held: Known | undefined): ImportOutcome {
  if (result.outcome === "skipped" && result.reason !== "duplicate")
    return { ...NOTHING, path, outcome: "left_out", reason: result.reason };
  if (held === undefined) return { ...NOTHING, path, outcome: "left_out", reason: "no_form" };
  return { ...NOTHING, path, outcome: "known", entryId: held.id, title: held.title, number: held.number };
}

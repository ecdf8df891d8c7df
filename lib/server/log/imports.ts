import "server-only";
import { createHash } from "node:crypto";
import type { ParsedAdr } from "@/lib/domain/adr-import/schema";
import { AppError } from "@/lib/domain/errors";
import { importedFacts } from "@/lib/domain/log/imported-facts";
import { findReferred, type Referable } from "@/lib/domain/log/references";
import { IMPORT_BATCH, type ImportOutcome } from "@/lib/domain/log/schema";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { requireSpaceRole, type SpaceAccess } from "../spaces/access";
import { takeOwnNumber } from "../spaces/numbers";
import { writeSpace } from "../spaces/transaction";
import { runTask } from "../thread/run-task";

type Given = { path: string; content: string };
type Read = Awaited<ReturnType<typeof readFiles>>[number];

/**
 * Takes files into the log and says of each what became of it. The same bytes are taken once, so that a batch whose reply was
 * lost, or a whole folder, can be sent again. Files are read beside the requests, on the worker thread.
 */
export async function importFiles(access: SpaceAccess, { opId, files }: { opId: string; files: readonly Given[] }) {
  requireSpaceRole(access, "facilitator", "member");
  const read = await readFiles(files);
  return writeSpace<{ files: ImportOutcome[] }>(access, {
    opId,
    input: read.map(({ path, hash }) => [path, hash.toString("hex")]),
    run: async (tx, { spaceId, memberId }) => {
      const space = await tx.space.findUniqueOrThrow({ where: { id: spaceId }, select: { language: true } });
      const { name: byName } = await tx.spaceMember.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
      const outcomes: ImportOutcome[] = [];
      for (const file of read) outcomes.push(await takeIn(tx, { file, spaceId, language: space.language, byName }));
      await linkReferred(tx, spaceId);
      const added = outcomes.filter(({ outcome }) => outcome === "added").length;
      return { reply: { files: outcomes }, event: added === 0 ? null : { type: "records_imported", added } };
    },
  });
}

async function readFiles(files: readonly Given[]) {
  const decoded = files.map(({ path, content }) => ({ path, bytes: Buffer.from(content, "base64") }));
  if (decoded.reduce((sum, { bytes }) => sum + bytes.length, 0) > IMPORT_BATCH.bytes)
    throw new AppError("too_large", `Send at most ${IMPORT_BATCH.bytes / 1024 / 1024} MB of files at once.`);
  const report = await runTask(
    "readRecords",
    decoded.map(({ path, bytes }) => ({ name: path, content: new Uint8Array(bytes) })),
  );
  return decoded.flatMap(({ path, bytes }, index) => {
    const result = report[index];
    return result ? [{ path, bytes, hash: createHash("sha256").update(bytes).digest(), result }] : [];
  });
}

type TakeIn = { file: Read; spaceId: string; language: string; byName: string };

async function takeIn(tx: Tx, { file, spaceId, language, byName }: TakeIn): Promise<ImportOutcome> {
  const { path, bytes, hash, result } = file;
  const nothing = { path, reason: null, entryId: null, title: null, number: null, numberTaken: null, status: null, warnings: [] };
  // The same text twice in one batch is known by its bytes; a text that differs in nothing but its encoding is another file.
  if (result.outcome === "skipped" && result.reason !== "duplicate") return { ...nothing, outcome: "left_out", reason: result.reason };
  const known = await tx.logSource.findUnique({
    where: { spaceId_sha256: { spaceId, sha256: new Uint8Array(hash) } },
    select: { entry: { select: { id: true, title: true, number: true } } },
  });
  if (known !== null)
    return { ...nothing, outcome: "known", entryId: known.entry.id, title: known.entry.title, number: known.entry.number };
  if (result.adr === null) return { ...nothing, outcome: "left_out", reason: "no_form" };
  const { adr } = result;
  const entryId = newId();
  const { decidedOn, sortAt, ...facts } = importedFacts({ adr, path });
  const number = await numberOf(tx, { adr, spaceId, entryId, title: facts.title });
  await tx.logEntry.create({
    data: {
      id: entryId,
      spaceId,
      number,
      language,
      ...facts,
      decidedOn: decidedOn === null ? null : new Date(decidedOn),
      sortAt: new Date(sortAt),
      source: {
        create: {
          spaceId,
          path,
          sha256: new Uint8Array(hash),
          content: new Uint8Array(bytes),
          format: adr.format,
          warnings: adr.warnings,
          number: adr.number,
          supersededBy: adr.supersededBy,
          supersedes: adr.supersedes,
          byName,
        },
      },
    },
  });
  const { title, status } = facts;
  const numberTaken = number === null ? adr.number : null;
  return { path, outcome: "added", reason: null, entryId, title, number, numberTaken, status, warnings: adr.warnings };
}

async function numberOf(tx: Tx, { adr, ...taker }: { adr: ParsedAdr; spaceId: string; entryId: string; title: string }) {
  if (adr.number === null) return null;
  const number = Number(adr.number);
  return (await takeOwnNumber(tx, { ...taker, number, how: "imported" })) ? number : null;
}

/** A replacement may be named before its file comes, in this batch or a later one. */
async function linkReferred(tx: Tx, spaceId: string): Promise<void> {
  const open = await tx.logSource.findMany({
    where: { spaceId, OR: [{ supersededBy: { not: null } }, { supersedes: { not: null } }] },
    select: { entryId: true, path: true, supersededBy: true, supersedes: true },
  });
  if (open.length === 0) return;
  const among: Referable[] = await tx.logSource.findMany({ where: { spaceId }, select: { entryId: true, path: true, number: true } });
  for (const { entryId, path, supersededBy, supersedes } of open) {
    const by = supersededBy === null ? null : findReferred(supersededBy, { from: path, among });
    const replaced = supersedes === null ? null : findReferred(supersedes, { from: path, among });
    const links = [
      ...(by === null ? [] : [{ byId: by.entryId, replacedId: entryId }]),
      ...(replaced === null ? [] : [{ byId: entryId, replacedId: replaced.entryId }]),
    ];
    await tx.logLink.createMany({ data: links, skipDuplicates: true });
    const found = { ...(by === null ? {} : { supersededBy: null }), ...(replaced === null ? {} : { supersedes: null }) };
    if (links.length > 0) await tx.logSource.update({ where: { entryId }, data: found });
  }
}

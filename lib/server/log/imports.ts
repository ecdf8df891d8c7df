import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { referenceFinder } from "@/lib/domain/log/references";
import { IMPORT_BATCH, type ImportOutcome } from "@/lib/domain/log/schema";
import type { Tx } from "../db/client";
import { requireSpaceRole, type SpaceAccess } from "../spaces/access";
import { writeSpace } from "../spaces/transaction";
import { runTask } from "../thread/run-task";
import { takeIn } from "./take-in";

type Given = { path: string; content: string };

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
      const outcomes = await takeIn(tx, { files: read, spaceId, language: space.language, byMemberId: memberId, byName });
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

/** A replacement may be named before its file comes, in this batch or a later one. Few statements, however many files there are. */
async function linkReferred(tx: Tx, spaceId: string): Promise<void> {
  const open = await tx.logSource.findMany({
    where: { spaceId, OR: [{ supersededBy: { not: null } }, { supersedes: { not: null } }] },
    select: { entryId: true, path: true, supersededBy: true, supersedes: true },
  });
  if (open.length === 0) return;
  const find = referenceFinder(await tx.logSource.findMany({ where: { spaceId }, select: { entryId: true, path: true, number: true } }));
  const replacements = open.flatMap(({ entryId, path, supersededBy }) => {
    const by = supersededBy === null ? null : find(supersededBy, path);
    return by === null ? [] : [{ byId: by.entryId, replacedId: entryId }];
  });
  const replaced = open.flatMap(({ entryId, path, supersedes }) => {
    const older = supersedes === null ? null : find(supersedes, path);
    return older === null ? [] : [{ byId: entryId, replacedId: older.entryId }];
  });
  await tx.logLink.createMany({ data: [...replacements, ...replaced], skipDuplicates: true });
  await tx.logSource.updateMany({ where: { entryId: { in: replacements.map((link) => link.replacedId) } }, data: { supersededBy: null } });
  await tx.logSource.updateMany({ where: { entryId: { in: replaced.map((link) => link.byId) } }, data: { supersedes: null } });
}

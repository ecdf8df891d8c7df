import "server-only";
import { z } from "zod";
import { purgeTime } from "@/lib/domain/worksheet/keeping";
import type { Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { jobKind } from "../jobs/job-kind";
import { lockSpace } from "./transaction";

export const PURGE_SPACE_JOB = "purge_space";
const inputSchema = z.object({ spaceId: z.uuid(), deletedAt: z.iso.datetime() });

/** Removes a space for good, 30 days after its deletion, unless it was brought back. Its history stays and names nobody. */
export const purgeSpaceJob = jobKind<z.infer<typeof inputSchema>>({
  name: PURGE_SPACE_JOB,
  input: inputSchema,
  run: async (input) => ({ commit: (tx) => purge(tx, input) }),
});

async function purge(tx: Tx, { spaceId, deletedAt }: z.infer<typeof inputSchema>): Promise<void> {
  await lockSpace(tx, spaceId);
  const row = await tx.space.findUnique({ where: { id: spaceId }, select: { deletedAt: true, members: { select: { id: true } } } });
  if (row?.deletedAt?.toISOString() !== deletedAt) return;
  if ((await databaseNow(tx)).getTime() < purgeTime(row.deletedAt.getTime())) return;
  await tx.op.deleteMany({ where: { actor: { in: row.members.map(({ id }) => id) } } });
  await tx.space.delete({ where: { id: spaceId } });
  const payload = JSON.stringify({ type: "space_purged", by: null });
  await tx.$queryRaw`SELECT audit_append(${spaceId}::uuid, ${payload})`;
}

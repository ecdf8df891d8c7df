import "server-only";
import { z } from "zod";
import { purgeTime } from "@/lib/domain/worksheet/keeping";
import type { Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { jobKind } from "../jobs/job-kind";
import { lockWorksheet } from "../worksheet/transaction";

export const PURGE_JOB = "purge";
const inputSchema = z.object({ worksheetId: z.uuid(), deletedAt: z.iso.datetime() });

/**
 * Removes a worksheet for good, 30 days after its deletion. Deleted, restored and deleted again is another deletion with its
 * own job; this one then finds another time and does nothing. The audit chain stays: it names nobody and ends with the purge.
 */
export const purgeJob = jobKind<z.infer<typeof inputSchema>>({
  name: PURGE_JOB,
  input: inputSchema,
  run: async (input) => ({ commit: (tx) => purge(tx, input) }),
});

async function purge(tx: Tx, { worksheetId, deletedAt }: z.infer<typeof inputSchema>): Promise<void> {
  await lockWorksheet(tx, worksheetId);
  const row = await tx.worksheet.findUnique({ where: { id: worksheetId }, select: { deletedAt: true, members: { select: { id: true } } } });
  if (row?.deletedAt?.toISOString() !== deletedAt) return;
  if ((await databaseNow(tx)).getTime() < purgeTime(row.deletedAt.getTime())) return;
  // Replies of finished writes repeat what they wrote, and belong to no worksheet.
  await tx.op.deleteMany({ where: { actor: { in: row.members.map(({ id }) => id) } } });
  await tx.worksheet.delete({ where: { id: worksheetId } });
  const payload = JSON.stringify({ type: "worksheet_purged", by: null });
  await tx.$queryRaw`SELECT audit_append(${worksheetId}::uuid, ${payload})`;
}

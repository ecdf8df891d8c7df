import "server-only";
import { purgeTime } from "@/lib/domain/worksheet/keeping";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { PURGE_JOB } from "../keeping/purge-job";

/**
 * Takes every worksheet out of a space, and gives whoever has a seat there a grant of the worksheet's own, in each browser that
 * the space let in; what a replaced link kept closed stays closed. A worksheet that nobody would facilitate gets `memberId`'s
 * seat. The log keeps its lines, so that the way back is known. Returns the worksheets.
 */
export async function letGo(tx: Tx, { spaceId, memberId }: { spaceId: string; memberId: string }): Promise<string[]> {
  const worksheets = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id::text AS id FROM worksheet WHERE space_id = ${spaceId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  await seatWhereNobodyLeads(tx, { spaceId, memberId });
  // One link for each seat and each way in; nobody knows its token, as nobody was shown it.
  await tx.$executeRaw`
    WITH way AS (
      SELECT m.id AS member_id, m.worksheet_id, g.link_id AS through, gen_random_uuid() AS id, max(l.sealed_before) AS sealed_before
      FROM worksheet w JOIN member m ON m.worksheet_id = w.id AND m.removed_at IS NULL
      JOIN space_grant g ON g.member_id = m.space_member_id AND g.space_id = ${spaceId}::uuid
      JOIN space_member p ON p.id = g.member_id AND p.removed_at IS NULL
      LEFT JOIN space_link l ON l.id = g.link_id
      WHERE w.space_id = ${spaceId}::uuid AND l.revoked_at IS NULL
      GROUP BY 1, 2, 3),
    made AS (
      INSERT INTO link (id, worksheet_id, kind, token_hash, member_id, sealed_before)
      SELECT id, worksheet_id, 'return', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), member_id, sealed_before
      FROM way)
    INSERT INTO "grant" (id, session_id, worksheet_id, link_id, member_id)
    SELECT gen_random_uuid(), g.session_id, way.worksheet_id, way.id, way.member_id
    FROM way JOIN member m ON m.id = way.member_id
    JOIN space_grant g ON g.member_id = m.space_member_id AND g.space_id = ${spaceId}::uuid AND g.link_id IS NOT DISTINCT FROM way.through
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE worksheet w SET space_id = NULL, next_number = s.next_number FROM space s WHERE s.id = ${spaceId}::uuid AND w.space_id = s.id`;
  return worksheets.map(({ id }) => id);
}

async function seatWhereNobodyLeads(tx: Tx, { spaceId, memberId }: { spaceId: string; memberId: string }): Promise<void> {
  const orphans = await tx.worksheet.findMany({
    where: { spaceId, members: { none: { role: "facilitator", removedAt: null } } },
    select: { id: true, members: { where: { spaceMemberId: memberId }, select: { id: true } } },
  });
  const { name } = await tx.spaceMember.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  for (const { id: worksheetId, members } of orphans) {
    const [seat] = members;
    if (seat !== undefined) await tx.member.update({ where: { id: seat.id }, data: { role: "facilitator", removedAt: null } });
    else await tx.member.create({ data: { id: newId(), worksheetId, name, role: "facilitator", spaceMemberId: memberId } });
  }
}

/** Deletes the worksheets that lived, at the moment of their space, each with its own act and its own purge. */
export async function takeAwayAll(tx: Tx, { spaceId, worksheets, at }: { spaceId: string; worksheets: readonly string[]; at: Date }) {
  const living = await tx.worksheet.findMany({ where: { id: { in: [...worksheets] }, deletedAt: null }, select: { id: true } });
  const ids = living.map(({ id }) => id);
  await tx.worksheet.updateMany({ where: { id: { in: ids } }, data: { deletedAt: at } });
  const deletedAt = at.toISOString();
  const runAt = new Date(purgeTime(at.getTime()));
  await tx.job.createMany({
    data: ids.map((worksheetId) => ({
      id: newId(),
      kind: PURGE_JOB,
      key: `${worksheetId}:${deletedAt}`,
      input: { worksheetId, deletedAt },
      runAt,
    })),
    skipDuplicates: true,
  });
  const payload = JSON.stringify({ type: "worksheet_deleted", space: spaceId, by: null });
  for (const id of ids) await tx.$queryRaw`SELECT audit_append(${id}::uuid, ${payload})`;
}

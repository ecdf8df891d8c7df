import "server-only";
import type { z } from "zod";
import { LOCK_SECONDS, type LockView, type lockInputSchema, lockViewSchema } from "@/lib/domain/decision/desk";
import { requireRole, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { announce } from "../live/announce";

type Row = { section: string; member_id: string; member_name: string; at: Date; is_new: boolean };

/**
 * Says who is writing in a section, and lets go of it. Presence, not a record: no audit event and no `seq`. It binds
 * nobody; a save meets the version of the text and not this row. Returns whoever has the section afterwards.
 */
export async function actOnLock(access: WorksheetAccess, { section, act }: z.infer<typeof lockInputSchema>): Promise<LockView | null> {
  requireRole(access, "facilitator", "member");
  const { worksheetId, memberId } = access;
  if (act === "release") {
    const { count } = await db().decisionLock.deleteMany({ where: { worksheetId, section, memberId } });
    if (count > 0) await tell(worksheetId);
    return null;
  }
  const rows = await db().$queryRaw<Row[]>`
    WITH earlier AS (SELECT member_id FROM decision_lock WHERE worksheet_id = ${worksheetId}::uuid AND section = ${section})
    INSERT INTO decision_lock AS held (worksheet_id, section, member_id, member_name, at)
    SELECT ${worksheetId}::uuid, ${section}, id, name, now() FROM member WHERE id = ${memberId}::uuid
    ON CONFLICT (worksheet_id, section) DO UPDATE SET member_id = EXCLUDED.member_id, member_name = EXCLUDED.member_name, at = now()
    WHERE held.member_id = EXCLUDED.member_id OR held.at < now() - make_interval(secs => ${LOCK_SECONDS}) OR ${act === "take_over"}
    RETURNING section, member_id, member_name, at, NOT EXISTS (SELECT 1 FROM earlier WHERE earlier.member_id = held.member_id) AS is_new`;
  const [taken] = rows;
  if (taken?.is_new) await tell(worksheetId);
  if (taken) return lockViewSchema.parse({ section, memberId: taken.member_id, name: taken.member_name, at: taken.at.toISOString() });
  return (await listLocks(worksheetId)).find((lock) => lock.section === section) ?? null;
}

/** Those that still show a sign of life, by the database's clock. */
export async function listLocks(worksheetId: string): Promise<LockView[]> {
  const rows = await db().$queryRaw<Omit<Row, "is_new">[]>`
    SELECT section, member_id, member_name, at FROM decision_lock
    WHERE worksheet_id = ${worksheetId}::uuid AND at >= now() - make_interval(secs => ${LOCK_SECONDS})`;
  return rows.map((row) =>
    lockViewSchema.parse({ section: row.section, memberId: row.member_id, name: row.member_name, at: row.at.toISOString() }),
  );
}

async function tell(worksheetId: string): Promise<void> {
  const { seq } = await db().worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { seq: true } });
  announce({ worksheetId, seq: Number(seq), changed: ["locks"] });
}

import "server-only";
import type { z } from "zod";
import { keptUntil, type retentionInputSchema } from "@/lib/domain/worksheet/retention";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { withRetries } from "../db/failures";
import { announce } from "../live/announce";
import { bumpSeq, lockWorksheet, writeWorksheet } from "../worksheet/transaction";
import { takeAway } from "./deletion";

/** Another term, or none: then it is kept until somebody deletes it. */
export async function setRetention(access: WorksheetAccess, { opId, keepMonths }: z.infer<typeof retentionInputSchema>) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId,
    input: { keepMonths },
    changed: ["frame"],
    run: async (tx) => {
      await tx.worksheet.update({ where: { id: access.worksheetId }, data: { keepMonths } });
      return { reply: {}, event: { type: "retention_set", months: keepMonths } };
    },
  });
}

/**
 * When a worksheet with a term is deleted by itself. What counts is what everybody may know before the reveal too: its start,
 * the reveals, the record's freezing and decision, reviews, and the day of the next one; never that somebody saved something.
 */
export async function readRetention(tx: Tx, { worksheetId, keepMonths }: { worksheetId: string; keepMonths: number | null }) {
  if (keepMonths === null) return null;
  // As numbers: the driver reads a timestamptz in the session's zone as if it were UTC.
  const rows = await tx.$queryRaw<{ ms: number | null }[]>`
    SELECT (extract(epoch FROM at) * 1000)::float8 AS ms FROM (
      SELECT created_at AS at FROM worksheet WHERE id = ${worksheetId}::uuid
      UNION ALL SELECT max(at) FROM reveal WHERE worksheet_id = ${worksheetId}::uuid
      UNION ALL SELECT max(greatest(at, decided_at)) FROM revision WHERE worksheet_id = ${worksheetId}::uuid
      UNION ALL SELECT max(at) FROM review WHERE worksheet_id = ${worksheetId}::uuid
      UNION ALL SELECT max(due_on)::timestamp AT TIME ZONE 'UTC' FROM due_trigger WHERE worksheet_id = ${worksheetId}::uuid) milestone`;
  const until = keptUntil(
    rows.flatMap(({ ms }) => (ms === null ? [] : [new Date(ms).toISOString()])),
    keepMonths,
  );
  return until === null ? null : { months: keepMonths, until };
}

/** Deletes what has come to the end of its term, each in a transaction of its own; facilitators may bring it back for 30 days. */
export async function endTerms(signal: AbortSignal): Promise<number> {
  // More than those whose day has come: what happened since their start is looked at one by one.
  const old = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM worksheet
    WHERE keep_months IS NOT NULL AND deleted_at IS NULL AND created_at + keep_months * interval '1 month' <= ${now().toISOString()}::timestamptz ORDER BY id`;
  let ended = 0;
  for (const { id } of old) {
    if (signal.aborted) throw signal.reason;
    if (await endTerm(id)) ended++;
  }
  return ended;
}

async function endTerm(worksheetId: string): Promise<boolean> {
  const seq = await withRetries(() =>
    db().$transaction(async (tx) => {
      await lockWorksheet(tx, worksheetId);
      const row = await tx.worksheet.findFirst({ where: { id: worksheetId, deletedAt: null }, select: { keepMonths: true } });
      const term = row && (await readRetention(tx, { worksheetId, keepMonths: row.keepMonths }));
      const at = now();
      if (term === null || Date.parse(term.until) > at.getTime()) return null;
      await takeAway(tx, { worksheetId, at });
      const payload = JSON.stringify({ type: "worksheet_expired", months: term.months, by: null });
      await tx.$queryRaw`SELECT audit_append(${worksheetId}::uuid, ${payload})`;
      return bumpSeq(tx, worksheetId);
    }),
  );
  if (seq !== null) announce({ worksheetId, seq, changed: ["*"], onlyMember: undefined });
  return seq !== null;
}

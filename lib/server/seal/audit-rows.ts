import "server-only";
import { type AuditRow, auditRowSchema } from "@/lib/domain/audit/chain";
import { db, type Tx } from "../db/client";

/** A chain's rows in order, up to a sequence number, with the time just as it was hashed. */
export async function readAuditRows(chain: string, { to, tx = db() }: { to?: number; tx?: Tx } = {}): Promise<AuditRow[]> {
  const last = to ?? Number.MAX_SAFE_INTEGER;
  const rows = await tx.$queryRaw<{ seq: bigint; at: string; payload: string; prev: string; hash: string }[]>`
    SELECT seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, payload, prev, hash
    FROM audit_event WHERE chain = ${chain}::uuid AND seq <= ${last} ORDER BY seq`;
  return rows.map((row) => auditRowSchema.parse({ ...row, seq: Number(row.seq) }));
}

/** The sequence number that the next event of this chain will get; exact while the caller holds the worksheet's lock. */
export async function nextAuditSeq(tx: Tx, chain: string): Promise<number> {
  const last = await tx.auditEvent.findFirst({ where: { chain }, orderBy: { seq: "desc" }, select: { seq: true } });
  return Number(last?.seq ?? 0) + 1;
}

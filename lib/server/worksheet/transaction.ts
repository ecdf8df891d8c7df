import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Prisma } from "@/prisma/generated/client";
import { requireAccess, type WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { withRetries } from "../db/failures";
import { fingerprintOf } from "../ids";
import { announce, type ChangeKind } from "../live/announce";
import { refreshEntry } from "../log/refresh-entry";

type WorksheetWrite<T> = {
  /** The client's operation id; repeating it returns the first reply. */
  opId: string;
  /** What the operation was, to tell a repeat from a reuse. */
  input: unknown;
  /** What changed, told to the other screens after the commit. */
  changed: ChangeKind[];
  /** Replies that carry a token are never stored; their repeat runs again and mints a new one. */
  storeReply?: boolean;
  /** What nobody else may count: `seq` stands still, and only its author and the facilitators are told. */
  isHidden?: boolean;
  /** Proves access again inside the lock; left out, it is the caller's own as a person. */
  prove?: (tx: Tx) => Promise<WorksheetAccess>;
  run: (tx: Tx, access: WorksheetAccess) => Promise<Written<T>>;
};

/** `isSecret`: nobody but its author may even count it; for acts that only find out while they run. */
export type Written<T> = { reply: T; event: AuditPayload; isSecret?: boolean };

/** Changes after which the log of the worksheet's space may read otherwise. */
const LOGGED: ReadonlySet<ChangeKind> = new Set(["*", "frame", "members", "revisions", "approvals", "reviews"]);

/** One line of meaning each; `by` and the time are added when it is appended. */
export type AuditPayload = { type: string } & Record<string, string | number | boolean | null | string[]>;

/**
 * The walk of every write but the hot one: lock the worksheet row, prove access again inside the lock, return the first
 * reply of a repeated operation, run, append the audit event, bump `seq`, remember the operation, and after the commit
 * tell the open screens.
 */
export async function writeWorksheet<T extends Prisma.InputJsonValue | object>(
  access: WorksheetAccess,
  write: WorksheetWrite<T>,
): Promise<T & { seq: number }> {
  const fingerprint = fingerprintOf(write.input);
  const result = await withRetries(() =>
    db().$transaction(
      async (tx) => {
        await lockWorksheet(tx, access.worksheetId);
        const current = await (write.prove?.(tx) ?? requireAccess(access.credential, access.worksheetId, tx));
        const earlier = await tx.op.findUnique({ where: { actor_opId: { actor: current.memberId, opId: write.opId } } });
        if (earlier !== null && earlier.fingerprint !== fingerprint) {
          throw new AppError("invalid_input", "The operation id was used for something else.", {
            errors: [{ path: "opId", message: "Use a new id for a new operation." }],
          });
        }
        if (earlier !== null && write.storeReply !== false)
          return { reply: earlier.reply as T & { seq: number }, isRepeat: true, tell: [] };
        const { reply, event, isSecret = false } = await write.run(tx, current);
        await appendAudit(tx, { worksheetId: access.worksheetId, memberId: current.memberId, event });
        if (write.changed.some((kind) => LOGGED.has(kind))) await refreshEntry(tx, access.worksheetId);
        const isHidden = isSecret || write.isHidden;
        const seq = await (isHidden ? readSeq : bumpSeq)(tx, access.worksheetId);
        const tell = isHidden ? await whoMayKnow(tx, { access: current, isSecret }) : [undefined];
        const stored = { ...(reply as object), seq } as T & { seq: number };
        if (earlier === null) {
          const kept = write.storeReply === false ? {} : stored;
          await tx.op.create({ data: { actor: current.memberId, opId: write.opId, fingerprint, reply: kept as Prisma.InputJsonValue } });
        }
        return { reply: stored, isRepeat: false, tell };
      },
      { maxWait: 4_000, timeout: 10_000 },
    ),
  );
  const { worksheetId } = access;
  for (const onlyMember of result.tell) announce({ worksheetId, seq: result.reply.seq, changed: write.changed, onlyMember });
  return result.reply;
}

export async function lockWorksheet(tx: Tx, worksheetId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM worksheet WHERE id = ${worksheetId}::uuid FOR NO KEY UPDATE`;
}

export async function appendAudit(
  tx: Tx,
  { worksheetId, memberId, event }: { worksheetId: string; memberId: string; event: AuditPayload },
): Promise<void> {
  const payload = JSON.stringify({ ...event, by: memberId });
  await tx.$queryRaw`SELECT audit_append(${worksheetId}::uuid, ${payload})`;
}

/** Frozen content is read-only until the revision is withdrawn or decided against. */
export async function refuseFrozen(tx: Tx, worksheetId: string): Promise<void> {
  if (await isFrozen(tx, worksheetId)) throw new AppError("frozen", "A revision stands; choose “Make changes” to withdraw it first.");
}

export async function isFrozen(tx: Tx, worksheetId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ frozen: boolean }[]>`SELECT is_frozen(${worksheetId}::uuid) AS frozen`;
  return rows[0]?.frozen === true;
}

export async function bumpSeq(tx: Tx, worksheetId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`UPDATE worksheet SET seq = seq + 1 WHERE id = ${worksheetId}::uuid RETURNING seq`;
  return Number(rows[0]?.seq ?? 0);
}

async function readSeq(tx: Tx, worksheetId: string): Promise<number> {
  const { seq } = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { seq: true } });
  return Number(seq);
}

async function whoMayKnow(tx: Tx, { access, isSecret }: { access: WorksheetAccess; isSecret: boolean }): Promise<string[]> {
  const { worksheetId, memberId } = access;
  if (isSecret) return [memberId];
  const facilitators = await tx.member.findMany({ where: { worksheetId, role: "facilitator", removedAt: null }, select: { id: true } });
  return [...new Set([memberId, ...facilitators.map(({ id }) => id)])];
}

import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Prisma } from "@/prisma/generated/client";
import { db, type Tx } from "../db/client";
import { withRetries } from "../db/failures";
import { fingerprintOf } from "../ids";
import { type AuditPayload, appendAudit } from "../worksheet/transaction";
import { requireSpace, type SpaceAccess } from "./access";

type SpaceWrite<T> = {
  opId: string;
  input: unknown;
  /** Replies that carry a token are never stored; their repeat runs again and mints a new one. */
  storeReply?: boolean;
  run: (tx: Tx, access: SpaceAccess) => Promise<{ reply: T; event: AuditPayload | null }>;
};

/**
 * The walk of every write to a space: lock its row, prove access again inside the lock, return the first reply of a repeated
 * operation, run, append to the space's own history, remember the operation.
 */
export async function writeSpace<T extends object>(access: SpaceAccess, write: SpaceWrite<T>): Promise<T> {
  const fingerprint = fingerprintOf(write.input);
  return withRetries(() =>
    db().$transaction(
      async (tx) => {
        await lockSpace(tx, access.spaceId);
        const current = await requireSpace(access.credential, access.spaceId, tx);
        const earlier = await tx.op.findUnique({ where: { actor_opId: { actor: current.memberId, opId: write.opId } } });
        if (earlier !== null && earlier.fingerprint !== fingerprint)
          throw new AppError("invalid_input", "The operation id was used for something else.", {
            errors: [{ path: "opId", message: "Use a new id for a new operation." }],
          });
        if (earlier !== null && write.storeReply !== false) return earlier.reply as T;
        const { reply, event } = await write.run(tx, current);
        if (event !== null) await appendAudit(tx, { worksheetId: access.spaceId, memberId: current.memberId, event });
        const kept = (write.storeReply === false ? {} : reply) as Prisma.InputJsonValue;
        if (earlier === null) await tx.op.create({ data: { actor: current.memberId, opId: write.opId, fingerprint, reply: kept } });
        return reply;
      },
      { maxWait: 4_000, timeout: 20_000 },
    ),
  );
}

/** Numbers are taken under this lock. Whoever also holds a worksheet's row took that first. */
export async function lockSpace(tx: Tx, spaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM space WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`;
}

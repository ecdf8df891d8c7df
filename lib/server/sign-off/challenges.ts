import "server-only";
import type { WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { hashToken } from "../ids";
import { refuse } from "./refuse";

const CHALLENGE_MS = 10 * 60_000;

/** Keeps the hash of a challenge for ten minutes; what this member left unanswered before is dropped. */
export async function keepChallenge(
  tx: Tx,
  { challenge, ...row }: { kind: "approve" | "enrol"; worksheetId: string; memberId: string; challenge: string; payload: string },
): Promise<void> {
  const now = await databaseNow(tx);
  await tx.challenge.deleteMany({ where: { worksheetId: row.worksheetId, memberId: row.memberId, usedAt: null, expiresAt: { lt: now } } });
  await tx.challenge.create({ data: { ...row, hash: hashToken(challenge), expiresAt: new Date(now.getTime() + CHALLENGE_MS) } });
}

/** The payload of a challenge that was given to this member and is answered now for the first time. */
export async function takeChallenge(
  tx: Tx,
  { kind, current, challenge }: { kind: "approve" | "enrol"; current: WorksheetAccess; challenge: string },
): Promise<string> {
  const { worksheetId, memberId } = current;
  const hash = hashToken(challenge);
  const row = await tx.challenge.findFirst({ where: { hash, kind, worksheetId, memberId } });
  if (row === null) throw refuse("challenge_unknown");
  const now = await databaseNow(tx);
  if (row.usedAt !== null) throw refuse("challenge_used");
  if (row.expiresAt < now) throw refuse("challenge_expired");
  const used = await tx.challenge.updateMany({ where: { hash, usedAt: null }, data: { usedAt: now } });
  if (used.count === 0) throw refuse("challenge_used");
  return row.payload;
}

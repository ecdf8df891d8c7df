import "server-only";
import { db } from "../db/client";
import { logger } from "../logger";

export type ChangeKind =
  | "answers"
  | "ready"
  | "reveal"
  | "stage"
  | "frame"
  | "positions"
  | "decision"
  | "members"
  | "links"
  | "revisions"
  | "approvals"
  | "costs"
  | "reviews"
  | "candidates"
  | "workshop"
  | "mine"
  | "*";

export type Change = {
  worksheetId: string;
  seq: number;
  changed: ChangeKind[] /** Only this member may be told. */;
  onlyMember?: string | undefined;
};

export const CHANNEL = "shortlist_changes";
const PAUSE_MS = 25;

type Pending = { seq: number; changed: Set<ChangeKind>; onlyMember: string | undefined };

/**
 * Tells every app process that a worksheet changed, after the commit and at most every 25 ms per worksheet: inside the
 * transaction NOTIFY takes a lock that all commits share. A lost notice costs little, as streams also poll.
 */
export function announce(change: Change): void {
  const key = `${change.worksheetId}:${change.onlyMember ?? ""}`;
  const waiting = pending().get(key);
  if (waiting) {
    waiting.seq = Math.max(waiting.seq, change.seq);
    for (const kind of change.changed) waiting.changed.add(kind);
    return;
  }
  pending().set(key, { seq: change.seq, changed: new Set(change.changed), onlyMember: change.onlyMember });
  setTimeout(() => void send(key, change.worksheetId), PAUSE_MS).unref();
}

function pending(): Map<string, Pending> {
  const holder = globalThis as { __shortlistPending?: Map<string, Pending> };
  holder.__shortlistPending ??= new Map();
  return holder.__shortlistPending;
}

async function send(key: string, worksheetId: string) {
  const waiting = pending().get(key);
  pending().delete(key);
  if (!waiting) return;
  const payload = JSON.stringify({ worksheetId, seq: waiting.seq, changed: [...waiting.changed], onlyMember: waiting.onlyMember });
  try {
    await db().$executeRaw`SELECT pg_notify(${CHANNEL}, ${payload})`;
  } catch (error) {
    logger().warn({ err: error }, "a change could not be announced; open screens will find it by polling");
  }
}

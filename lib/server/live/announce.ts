import "server-only";
import { pool } from "../db/client";
import { newId } from "../ids";
import { logger } from "../logger";

export type ChangeKind =
  | "answers"
  | "ready"
  | "reveal"
  | "stage"
  | "frame"
  | "positions"
  | "decision"
  | "locks"
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
  changed: ChangeKind[];
  /** Only this member may be told. */
  onlyMember?: string | undefined;
};

export const CHANNEL = "shortlist_changes";
const PAUSE_MS = 25;
/** Answers know what they saved themselves; an editor that hears of its own save before the reply would take it for another's. */
const AT_ONCE: ReadonlySet<ChangeKind> = new Set(["answers", "mine"]);

type Pending = Omit<Change, "changed"> & { changed: Set<ChangeKind> };

/**
 * Tells that a worksheet changed, after the commit: answers to the streams of this process at once, all else at most every
 * 25 ms, and other processes by NOTIFY, which inside the transaction takes a lock that all commits share. Whatever many
 * worksheets have to tell goes in one statement. A lost notice costs little, as streams also poll.
 */
export function announce(change: Change): void {
  const waiting = outbox();
  if (change.changed.every((kind) => AT_ONCE.has(kind))) waiting.tellHere?.(change);
  else waiting.untold.push(change);
  const key = `${change.worksheetId}:${change.onlyMember ?? ""}`;
  const known = waiting.changes.get(key);
  if (known) {
    known.seq = Math.max(known.seq, change.seq);
    for (const kind of change.changed) known.changed.add(kind);
  } else waiting.changes.set(key, { ...change, changed: new Set(change.changed) });
  waiting.timer ??= setTimeout(() => void send(), PAUSE_MS).unref();
}

/** Called with each change of this process as soon as it is committed. */
export function hearHere(tellHere: (change: Change) => void): void {
  outbox().tellHere = tellHere;
}

/** Names this process in its notices, which it has heard already. */
export const processId = (): string => outbox().processId;

type Outbox = {
  changes: Map<string, Pending>;
  timer: NodeJS.Timeout | null;
  untold: Change[];
  processId: string;
  tellHere?: (change: Change) => void;
};

/** On globalThis, because Next bundles its own copy of this module beside the one the server runs from. */
function outbox(): Outbox {
  const holder = globalThis as { __shortlistPending?: Outbox };
  holder.__shortlistPending ??= { changes: new Map(), timer: null, untold: [], processId: newId() };
  return holder.__shortlistPending;
}

async function send() {
  const waiting = outbox();
  const changes = [...waiting.changes.values()];
  waiting.changes.clear();
  waiting.timer = null;
  for (const change of waiting.untold.splice(0)) waiting.tellHere?.(change);
  const payloads = changes.map(({ changed, ...rest }) => JSON.stringify({ ...rest, changed: [...changed], by: waiting.processId }));
  try {
    await pool().query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", [CHANNEL, payloads]);
  } catch (error) {
    logger().warn({ err: error }, "changes could not be announced; open screens will find them by polling");
  }
}

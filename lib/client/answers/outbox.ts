import {
  type Batch,
  bodyOf,
  enqueue,
  type OutboxEntry,
  type OutboxState,
  onReply,
  onView,
  resolveHeld,
  restore,
  resume,
  takeBatch,
} from "@/lib/domain/answers/outbox-state";
import { retryDelayMs } from "@/lib/domain/answers/outbox-status";
import { answerOfView, type FieldAnswer } from "@/lib/domain/answers/own-answers";
import type { AnswerStorage } from "./answer-storage";
import type { Send } from "./send-answers";

export type OutboxParts = {
  start: OutboxState;
  storage: AnswerStorage;
  send: Send;
  newOpId: () => string;
  random: () => number;
  /** Told after a save, with the versions the server gave. */
  onSaved: (batch: Batch, saved: { versions: Readonly<Record<string, number>>; seq: number | null }) => void;
};

type Saved = { answer: FieldAnswer; version: number };
export type Outbox = ReturnType<typeof createOutbox>;

/** A pause in typing of this length sends. */
const DEBOUNCE_MS = 600;

/**
 * Keeps one member's edits of one question until the server has them: stored on the device first, one request at a
 * time, repeated under the same operation id. What to send and keep is decided in `lib/domain/answers/outbox-state.ts`.
 */
export function createOutbox({ start, storage, send, newOpId, random, onSaved }: OutboxParts) {
  const listeners = new Set<() => void>();
  let state = start;
  let stored: Promise<void> = Promise.resolve();
  let restored: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  const savedHere = new Map<string, Saved>();

  function apply(next: OutboxState) {
    if (next === state) return;
    const changes = changedEntries(state.entries, next.entries);
    state = next;
    if (Object.keys(changes).length > 0) stored = stored.then(() => storage.write(changes)).then(publish);
    publish();
  }

  function publish() {
    for (const listener of listeners) listener();
  }

  function schedule(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  async function flush({ isLeaving = false } = {}): Promise<void> {
    clearTimeout(timer);
    if (isSending) return;
    const taken = takeBatch(state, newOpId());
    if (!taken) return;
    isSending = true;
    apply(taken.state);
    // The edits themselves are stored already; a page that is going away has no time to wait for the operation id as well.
    if (!isLeaving) await stored;
    const { reply, seq, retryAfterMs } = await send(bodyOf(taken.batch), { keepalive: isLeaving });
    isSending = false;
    apply(onReply(state, taken.batch.opId, reply));
    if (reply.kind === "saved") {
      for (const [key, { answer }] of Object.entries(taken.batch.edits)) savedHere.set(key, { answer, version: reply.versions[key] ?? 0 });
      onSaved(taken.batch, { versions: reply.versions, seq });
    }
    if (reply.kind === "retry") return schedule(Math.max(retryAfterMs, retryDelayMs(state.attempts, random())));
    schedule(DEBOUNCE_MS);
  }

  return {
    getState: () => state,
    /** What this tab saved last in a field: a cached page may show something older. */
    lastSaved: (key: string) => savedHere.get(key) ?? null,
    isDurable: storage.isDurable,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Takes up what an earlier visit could not send. Safe to call again. */
    restore(): Promise<void> {
      restored ??= storage.read().then((entries) => {
        if (Object.keys(entries).length === 0) return undefined;
        apply(restore(state, entries));
        return flush();
      });
      return restored;
    },
    edit(changes: Readonly<Record<string, FieldAnswer>>) {
      apply(Object.entries(changes).reduce((at, [key, answer]) => enqueue(at, key, answer), state));
      // While the server is away its own, longer wait decides.
      if (state.attempts === 0) schedule(DEBOUNCE_MS);
    },
    takeView: (round: number, versions: Readonly<Record<string, number>>) => apply(onView(state, round, versions)),
    resolve(key: string, choice: "send" | "drop") {
      const theirs = state.entries[key]?.held?.theirs;
      // The view may still be older than what the conflict showed.
      if (choice === "drop" && theirs) savedHere.set(key, { answer: answerOfView(theirs), version: theirs.version });
      apply(resolveHeld(state, key, choice));
      return flush();
    },
    /** The person pressed "Try again", or the network came back. */
    retry() {
      apply(resume(state));
      return flush();
    },
    flush,
  };
}

function changedEntries(
  before: Readonly<Record<string, OutboxEntry>>,
  after: Readonly<Record<string, OutboxEntry>>,
): Record<string, OutboxEntry | null> {
  const changes: Record<string, OutboxEntry | null> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[key] !== after[key]) changes[key] = after[key] ?? null;
  }
  return changes;
}

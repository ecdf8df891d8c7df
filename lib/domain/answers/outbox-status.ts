import type { OutboxEntry, OutboxState } from "./outbox-state";
import { type FieldAnswer, isSendable } from "./own-answers";

/** The newest answer that waits in the outbox for a field, whatever its stage, or null. */
export function waitingAnswer(entry: OutboxEntry | undefined): FieldAnswer | null {
  return (entry?.pending ?? entry?.held?.edit ?? entry?.sending?.edit)?.answer ?? null;
}

export type SaveStatus = "saved" | "waiting" | "offline" | "failed" | "held" | "blocked";

/** One word for the whole outbox, the worst first. What cannot be sent as it is counts as saved: a word about it stands beside its field. */
export function saveStatus(state: OutboxState): SaveStatus {
  const entries = Object.entries(state.entries);
  if (state.blocked !== null) return "blocked";
  const isMoving = entries.some(([key, { sending, pending }]) => sending !== null || (pending !== null && isSendable(key, pending.answer)));
  if (isMoving && state.attempts > 0) return state.lastFailure === "offline" ? "offline" : "failed";
  if (entries.some(([, entry]) => entry.held !== null)) return "held";
  return isMoving ? "waiting" : "saved";
}

/** Full jitter: a random wait in milliseconds below 0.5 s doubled per attempt, at most 30 s. `retryDelayMs(3, 0.5)` is 1000. */
export function retryDelayMs(attempts: number, random: number): number {
  return Math.round(random * Math.min(30_000, 500 * 2 ** Math.max(0, attempts - 1)));
}

/** A stored entry, or null when it is not one of ours. Only the outer shape is checked; the server checks the rest. */
export function readStoredEntry(stored: unknown): OutboxEntry | null {
  if (typeof stored !== "object" || stored === null) return null;
  return "pending" in stored && "sending" in stored && "held" in stored ? (stored as OutboxEntry) : null;
}

/** How many fields wait on this device for the server, what cannot be sent as it is left out. */
export function waitingCount(state: OutboxState): number {
  return Object.entries(state.entries).filter(([key, entry]) => {
    const answer = waitingAnswer(entry);
    return answer !== null && isSendable(key, answer);
  }).length;
}

import type { AnswersSave } from "../worksheet/inputs";
import type { AnswerView } from "../worksheet/schema";
import { answerOfView, type FieldAnswer, fieldSaveOf, isNote, isSameAnswer, isSendable, noteText } from "./own-answers";

/** One field as the person left it, with the version that they saw when they changed it. */
type Edit = { answer: FieldAnswer; baseVersion: number; round: number };

/** Why an edit waits for its author instead of being sent. */
type HeldWhy = "conflict" | "round_closed" | "frozen" | "invalid";

export type OutboxEntry = {
  /** The newest edit that no request carries yet. */
  pending: Edit | null;
  /** The edit that a request carries, kept with its operation id until a final reply, so that a repeat is recognised. */
  sending: { opId: string; edit: Edit } | null;
  held: { why: HeldWhy; edit: Edit; theirs: AnswerView | null; detail: string | null } | null;
};

/** Why nothing is sent until the person acts. */
type Blocked = "signed_out" | "not_found" | "forbidden";

/** What one member's edits of one question wait for. Entries by field key; `versions` are the last known ones of the current round. */
export type OutboxState = {
  round: number;
  entries: Readonly<Record<string, OutboxEntry>>;
  versions: Readonly<Record<string, number>>;
  /** Failed attempts since the last success. */
  attempts: number;
  lastFailure: "offline" | "server" | null;
  blocked: Blocked | null;
};

export type Batch = { opId: string; round: number; edits: Readonly<Record<string, Edit>> };

export type Reply =
  | { kind: "saved"; versions: Readonly<Record<string, number>> }
  | { kind: "retry"; why: "offline" | "server" }
  | { kind: "stale"; current: Readonly<Record<string, AnswerView>> }
  | { kind: "refused"; why: "round_closed" | "frozen" }
  | { kind: "invalid"; errors: readonly { path: string; message: string }[] }
  | { kind: "blocked"; why: Blocked };

/** An outbox with nothing in it. `versions` by field key, 0 or absent for a field never saved in this round. */
export function emptyOutbox(round: number, versions: Readonly<Record<string, number>> = {}): OutboxState {
  return { round, entries: {}, versions, attempts: 0, lastFailure: null, blocked: null };
}

/** Notes an edit. It replaces an unsent edit of the same field and answers whatever was held there; a request under way stays. */
export function enqueue(state: OutboxState, key: string, answer: FieldAnswer): OutboxState {
  const edit: Edit = { answer, baseVersion: state.versions[key] ?? 0, round: state.round };
  return withEntry(state, key, { pending: edit, sending: state.entries[key]?.sending ?? null, held: null });
}

/**
 * The next request: a batch under way again under its own id, else all sendable edits of the earliest round under `opId`.
 * Null when nothing is to be sent or the outbox is blocked.
 */
export function takeBatch(state: OutboxState, opId: string): { state: OutboxState; batch: Batch } | null {
  if (state.blocked !== null) return null;
  const entries = Object.entries(state.entries);
  const underWay = entries.find(([, entry]) => entry.sending !== null)?.[1].sending;
  if (underWay) return { state, batch: batchOf(state, underWay.opId) };
  const ready = entries.filter(([key, entry]) => entry.held === null && entry.pending !== null && isSendable(key, entry.pending.answer));
  const round = Math.min(...ready.map(([, entry]) => entry.pending?.round ?? Number.POSITIVE_INFINITY));
  const taken = ready.filter(([, entry]) => entry.pending?.round === round);
  if (taken.length === 0) return null;
  const next = taken.reduce(
    (at, [key, entry]) => withEntry(at, key, { ...entry, pending: null, sending: entry.pending && { opId, edit: entry.pending } }),
    state,
  );
  return { state: next, batch: batchOf(next, opId) };
}

/** The body of the request for a batch: the same batch gives the same body, as its repeat must. */
export function bodyOf(batch: Batch): AnswersSave {
  const body: AnswersSave = { opId: batch.opId, round: batch.round, fields: {} };
  for (const [key, edit] of Object.entries(batch.edits)) {
    if (isNote(key)) body.othersMayNotKnow = { text: noteText(edit.answer), baseVersion: edit.baseVersion };
    else body.fields[key] = fieldSaveOf(edit.answer, edit.baseVersion);
  }
  return body;
}

/** What follows from the reply to batch `opId`. A reply to a batch that is no longer under way changes nothing. */
export function onReply(state: OutboxState, opId: string, reply: Reply): OutboxState {
  const keys = Object.keys(batchOf(state, opId).edits);
  if (keys.length === 0) return state;
  switch (reply.kind) {
    case "saved":
      return keys.reduce((at, key) => saved(at, key, reply.versions[key]), calm(state));
    case "retry":
      return { ...state, attempts: state.attempts + 1, lastFailure: reply.why };
    case "blocked":
      return { ...state, blocked: reply.why };
    case "stale":
      return keys.reduce((at, key) => stale(at, key, { theirs: reply.current[key], isAll: noneOf(keys, reply.current) }), calm(state));
    case "refused":
      return keys.reduce((at, key) => hold(at, key, { why: reply.why, theirs: null, detail: null }), calm(state));
    case "invalid":
      return invalid(calm(state), keys, reply.errors);
  }
}

/**
 * Takes what the server now shows: the round, and newer versions of fields that nobody is editing here.
 * A field with an edit keeps the version that its author saw, so that somebody else's save shows as a conflict.
 */
export function onView(state: OutboxState, round: number, versions: Readonly<Record<string, number>>): OutboxState {
  if (round !== state.round) return { ...state, round, versions };
  const newer = Object.entries(versions).filter(([key, version]) => !state.entries[key] && version > (state.versions[key] ?? 0));
  return newer.length === 0 ? state : { ...state, versions: { ...state.versions, ...Object.fromEntries(newer) } };
}

/** What the author decided about a held edit: send it (over what is saved, or as a second-round answer), or drop it. */
export function resolveHeld(state: OutboxState, key: string, choice: "send" | "drop"): OutboxState {
  const entry = state.entries[key];
  if (!entry?.held) return state;
  if (choice === "drop") return withEntry(state, key, { ...entry, held: null });
  const edit: Edit = { answer: entry.held.edit.answer, baseVersion: state.versions[key] ?? 0, round: state.round };
  return withEntry(state, key, { ...entry, held: null, pending: edit });
}

/** Ends a block or a wait, because the person pressed "retry" or the network came back. */
export function resume(state: OutboxState): OutboxState {
  return { ...state, blocked: null, attempts: 0 };
}

/** Entries read back from this device. Edits made since the start win over stored ones. */
export function restore(state: OutboxState, stored: Readonly<Record<string, OutboxEntry>>): OutboxState {
  return { ...state, entries: { ...stored, ...state.entries } };
}

function batchOf(state: OutboxState, opId: string): Batch {
  const edits: Record<string, Edit> = {};
  for (const [key, entry] of Object.entries(state.entries)) {
    if (entry.sending?.opId === opId) edits[key] = entry.sending.edit;
  }
  return { opId, round: Object.values(edits)[0]?.round ?? state.round, edits };
}

function calm(state: OutboxState): OutboxState {
  return { ...state, attempts: 0, lastFailure: null };
}

function saved(state: OutboxState, key: string, version: number | undefined): OutboxState {
  const entry = state.entries[key];
  if (!entry?.sending) return state;
  const { round, baseVersion } = entry.sending.edit;
  const now = version ?? baseVersion + 1;
  // A newer edit of ours was typed over our own save, not over somebody else's.
  const pending = entry.pending?.round === round ? { ...entry.pending, baseVersion: now } : entry.pending;
  const next = withEntry(state, key, { ...entry, sending: null, pending });
  return round === state.round ? { ...next, versions: { ...next.versions, [key]: now } } : next;
}

/** Saves are all or none, so the fields of a refused batch that were not at fault are sent again under a new id. */
function release(state: OutboxState, key: string): OutboxState {
  const entry = state.entries[key];
  return entry?.sending ? withEntry(state, key, { ...entry, sending: null, pending: entry.pending ?? entry.sending.edit }) : state;
}

function hold(state: OutboxState, key: string, held: { why: HeldWhy; theirs: AnswerView | null; detail: string | null }): OutboxState {
  const released = release(state, key);
  const entry = released.entries[key];
  if (!entry?.pending) return released;
  return withEntry(released, key, { pending: null, sending: null, held: { ...held, edit: entry.pending } });
}

function stale(state: OutboxState, key: string, { theirs, isAll }: { theirs: AnswerView | undefined; isAll: boolean }): OutboxState {
  if (!theirs) return isAll ? hold(state, key, { why: "conflict", theirs: null, detail: null }) : release(state, key);
  const known = theirs.round === state.round ? { ...state, versions: { ...state.versions, [key]: theirs.version } } : state;
  const next = hold(known, key, { why: "conflict", theirs, detail: null });
  const mine = next.entries[key]?.held?.edit.answer;
  // The same answer saved elsewhere, for example in a second tab, leaves nothing to pick.
  return mine && isSameAnswer(mine, answerOfView(theirs)) ? resolveHeld(next, key, "drop") : next;
}

function noneOf(keys: readonly string[], current: Readonly<Record<string, AnswerView>>): boolean {
  return keys.every((key) => current[key] === undefined);
}

function invalid(state: OutboxState, keys: readonly string[], errors: readonly { path: string; message: string }[]): OutboxState {
  const errorOf = (key: string) =>
    errors.find((error) => error.path.includes(key) || (isNote(key) && error.path.startsWith("othersMayNotKnow")));
  const isNobody = keys.every((key) => errorOf(key) === undefined);
  return keys.reduce((at, key) => {
    const error = errorOf(key);
    if (!error && !isNobody) return release(at, key);
    return hold(at, key, { why: "invalid", theirs: null, detail: error?.message ?? null });
  }, state);
}

function withEntry(state: OutboxState, key: string, entry: OutboxEntry): OutboxState {
  const { [key]: _replaced, ...others } = state.entries;
  const isEmpty = entry.pending === null && entry.sending === null && entry.held === null;
  return { ...state, entries: isEmpty ? others : { ...others, [key]: entry } };
}

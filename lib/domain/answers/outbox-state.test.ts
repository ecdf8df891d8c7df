import { describe, expect, it } from "vitest";
import { answersSaveSchema } from "../worksheet/inputs";
import type { AnswerView } from "../worksheet/schema";
import {
  bodyOf,
  emptyOutbox,
  enqueue,
  type OutboxState,
  onReply,
  onView,
  type Reply,
  resolveHeld,
  restore,
  takeBatch,
} from "./outbox-state";
import { BLANK_ANSWER, type FieldAnswer } from "./own-answers";

const OP = [
  "3b241101-e2bb-4255-8caf-4136c566a962",
  "3b241101-e2bb-4255-8caf-4136c566a963",
  "3b241101-e2bb-4255-8caf-4136c566a964",
] as const;
const says = (value: number | string | null): FieldAnswer => ({ ...BLANK_ANSWER, value });

function sent(state: OutboxState, opId: string) {
  const taken = takeBatch(state, opId);
  if (!taken) throw new Error("nothing to send");
  return taken;
}

function replied(state: OutboxState, reply: Reply) {
  return onReply(sent(state, OP[0]).state, OP[0], reply);
}

const theirs = (value: number, version: number): AnswerView => ({
  memberId: "m",
  field: "scale.y3.writes_s",
  round: 1,
  value,
  unknown: false,
  basis: null,
  reason: null,
  version,
  late: false,
});

describe("the outbox", () => {
  const typed = enqueue(enqueue(emptyOutbox(1, { "y3.writes_s": 4 }), "y3.writes_s", says(200)), "y3.reads_s", says(900));

  it("sends several fields of a question as one save, each with the version its author saw", () => {
    const body = bodyOf(sent(typed, OP[0]).batch);
    expect(answersSaveSchema.parse(body)).toEqual({
      opId: OP[0],
      round: 1,
      fields: {
        "y3.writes_s": { value: 200, baseVersion: 4, basis: null, reason: null },
        "y3.reads_s": { value: 900, baseVersion: 0, basis: null, reason: null },
      },
    });
  });

  it("sends the newest text of a field once", () => {
    const body = bodyOf(sent(enqueue(typed, "y3.reads_s", says(901)), OP[0]).batch);
    expect(body.fields["y3.reads_s"]?.value).toBe(901);
  });

  it("sends an unknown without a value, a cleared field as null and the note on its own", () => {
    let state = enqueue(emptyOutbox(2), "now.users", { ...BLANK_ANSWER, isUnknown: true });
    state = enqueue(state, "y1.users", says(null));
    state = enqueue(state, "others_may_not_know", says("A second country in spring"));
    expect(bodyOf(sent(state, OP[0]).batch)).toEqual({
      opId: OP[0],
      round: 2,
      fields: {
        "now.users": { unknown: true, baseVersion: 0, basis: null, reason: null },
        "y1.users": { value: null, baseVersion: 0, basis: null, reason: null },
      },
      othersMayNotKnow: { text: "A second country in spring", baseVersion: 0 },
    });
  });

  it("keeps a draft that is no number here", () => {
    expect(takeBatch(enqueue(emptyOutbox(1), "now.users", { ...BLANK_ANSWER, draft: "a lot" }), OP[0])).toBeNull();
  });

  it("repeats a save with the same id and body, whatever was typed meanwhile", () => {
    const first = sent(typed, OP[0]);
    const later = onReply(enqueue(first.state, "y3.writes_s", says(250)), OP[0], { kind: "retry", why: "offline" });
    expect(later.attempts).toBe(1);
    expect(bodyOf(sent(later, OP[1]).batch)).toEqual(bodyOf(first.batch));
  });

  it("removes an edit only when it was saved, and sends what was typed meanwhile over the new version", () => {
    const first = sent(typed, OP[0]);
    const state = onReply(enqueue(first.state, "y3.writes_s", says(250)), OP[0], {
      kind: "saved",
      versions: { "y3.writes_s": 5, "y3.reads_s": 1 },
    });
    expect(Object.keys(state.entries)).toEqual(["y3.writes_s"]);
    expect(bodyOf(sent(state, OP[1]).batch).fields).toEqual({ "y3.writes_s": { value: 250, baseVersion: 5, basis: null, reason: null } });
    const done = onReply(sent(state, OP[1]).state, OP[1], { kind: "saved", versions: { "y3.writes_s": 6 } });
    expect(done.entries).toEqual({});
    expect(takeBatch(done, OP[2])).toBeNull();
  });

  it("ignores a late reply to a save that is over", () => {
    expect(onReply(typed, OP[2], { kind: "blocked", why: "signed_out" })).toBe(typed);
  });

  it("holds a stale field with both values and sends the others again under a new id", () => {
    const state = replied(typed, { kind: "stale", current: { "y3.writes_s": theirs(120, 7) } });
    expect(state.entries["y3.writes_s"]?.held).toMatchObject({ why: "conflict", theirs: { value: 120 }, edit: { answer: { value: 200 } } });
    expect(Object.keys(bodyOf(sent(state, OP[1]).batch).fields)).toEqual(["y3.reads_s"]);
  });

  it("sends a kept answer over the version that was shown beside it, and forgets a dropped one", () => {
    const stale = replied(typed, { kind: "stale", current: { "y3.writes_s": theirs(120, 7) } });
    const kept = bodyOf(sent(resolveHeld(stale, "y3.writes_s", "send"), OP[1]).batch);
    expect(kept.fields["y3.writes_s"]).toMatchObject({ value: 200, baseVersion: 7 });
    expect(resolveHeld(stale, "y3.writes_s", "drop").entries["y3.writes_s"]).toBeUndefined();
  });

  it("has nothing to ask when the same answer was saved elsewhere", () => {
    const state = replied(typed, { kind: "stale", current: { "y3.writes_s": theirs(200, 7) } });
    expect(state.entries["y3.writes_s"]).toBeUndefined();
    expect(state.versions["y3.writes_s"]).toBe(7);
  });

  it("offers an answer that came after the reveal for the second round", () => {
    const closed = onView(replied(typed, { kind: "refused", why: "round_closed" }), 2, {});
    expect(closed.entries["y3.writes_s"]?.held?.why).toBe("round_closed");
    expect(takeBatch(closed, OP[1])).toBeNull();
    const body = bodyOf(sent(resolveHeld(closed, "y3.writes_s", "send"), OP[1]).batch);
    expect(body).toMatchObject({ round: 2, fields: { "y3.writes_s": { value: 200, baseVersion: 0 } } });
  });

  it("does not turn an unsent blind answer into a second-round one by itself", () => {
    expect(sent(onView(typed, 2, {}), OP[0]).batch.round).toBe(1);
  });

  it("sends rounds one after the other", () => {
    const mixed = enqueue(onView(typed, 2, {}), "now.users", says(5));
    expect(Object.keys(sent(mixed, OP[0]).batch.edits)).toEqual(["y3.writes_s", "y3.reads_s"]);
  });

  it("keeps a field the server calls invalid and lets the rest through", () => {
    const state = replied(typed, { kind: "invalid", errors: [{ path: "fields.y3.writes_s.value", message: "Too large." }] });
    expect(state.entries["y3.writes_s"]?.held).toMatchObject({ why: "invalid", detail: "Too large." });
    expect(Object.keys(bodyOf(sent(state, OP[1]).batch).fields)).toEqual(["y3.reads_s"]);
  });

  it("sends nothing while the person is signed out, and keeps everything", () => {
    const state = replied(typed, { kind: "blocked", why: "signed_out" });
    expect(takeBatch(state, OP[1])).toBeNull();
    expect(Object.keys(state.entries)).toHaveLength(2);
  });

  it("does not base an edit on a save that its author never saw", () => {
    const state = onView(typed, 1, { "y3.writes_s": 9, "now.users": 3 });
    expect(bodyOf(sent(state, OP[0]).batch).fields["y3.writes_s"]?.baseVersion).toBe(4);
    expect(state.versions["now.users"]).toBe(3);
  });

  it("takes stored edits back without losing what was typed since", () => {
    const stored = sent(typed, OP[0]).state.entries;
    const state = restore(enqueue(emptyOutbox(1), "y3.reads_s", says(5)), stored);
    expect(state.entries["y3.reads_s"]?.pending?.answer.value).toBe(5);
    expect(sent(state, OP[1]).batch.opId).toBe(OP[0]);
  });
});

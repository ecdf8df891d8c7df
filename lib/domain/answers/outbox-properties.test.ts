import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyOutbox, enqueue, type OutboxState, onReply, resolveHeld, resume, takeBatch } from "./outbox-state";
import { retryDelayMs, saveStatus, waitingAnswer } from "./outbox-status";
import { BLANK_ANSWER } from "./own-answers";

type Step =
  | { type: "edit"; key: string; value: number }
  | { type: "send"; fate: "ok" | "lost reply" | "offline" | "frozen" | "signed_out" };

const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant("edit" as const), key: fc.constantFrom("a", "b", "c"), value: fc.nat(999) }),
    fc.record({
      type: fc.constant("send" as const),
      fate: fc.constantFrom("ok" as const, "lost reply" as const, "offline" as const, "frozen" as const, "signed_out" as const),
    }),
  ),
  { maxLength: 40 },
);

/** A server that knows operation ids and versions, as the real one does. */
function fakeServer() {
  const values: Record<string, unknown> = {};
  const versions: Record<string, number> = {};
  const replies = new Map<string, Record<string, number>>();
  return {
    values,
    knows: (opId: string) => replies.has(opId),
    save(opId: string, edits: Readonly<Record<string, { answer: { value: unknown }; baseVersion: number }>>) {
      const repeat = replies.get(opId);
      if (repeat) return repeat;
      for (const [key, edit] of Object.entries(edits)) {
        if (edit.baseVersion !== (versions[key] ?? 0)) throw new Error(`stale ${key}`);
        values[key] = edit.answer.value;
        versions[key] = edit.baseVersion + 1;
      }
      const reply = Object.fromEntries(Object.keys(edits).map((key) => [key, versions[key] ?? 0]));
      replies.set(opId, reply);
      return reply;
    },
  };
}

describe("whatever the network does, the outbox", () => {
  it("ends with every last edit on the server, once, and never meets its own save as a conflict", () => {
    fc.assert(
      fc.property(steps, (plan: Step[]) => {
        const server = fakeServer();
        const typed: Record<string, number> = {};
        let state: OutboxState = emptyOutbox(1);
        let ops = 0;
        const send = (fate: "ok" | "lost reply" | "offline" | "frozen" | "signed_out") => {
          const taken = takeBatch(state, `op-${ops++}`);
          if (!taken) return;
          state = taken.state;
          const { opId, edits } = taken.batch;
          // The server looks for a repeat before it looks at the freeze.
          if (fate === "ok" || (fate === "frozen" && server.knows(opId)))
            state = onReply(state, opId, { kind: "saved", versions: server.save(opId, edits) });
          if (fate === "lost reply") server.save(opId, edits);
          if (fate === "lost reply" || fate === "offline") state = onReply(state, opId, { kind: "retry", why: "offline" });
          else if (fate === "frozen") state = onReply(state, opId, { kind: "refused", why: "frozen" });
          if (fate === "signed_out") state = onReply(state, opId, { kind: "blocked", why: "signed_out" });
        };
        for (const step of plan) {
          if (step.type === "edit") {
            typed[step.key] = step.value;
            state = enqueue(state, step.key, { ...BLANK_ANSWER, value: step.value });
          } else send(step.fate);
          for (const [key, value] of Object.entries(typed)) {
            expect(waitingAnswer(state.entries[key])?.value ?? server.values[key]).toBe(value);
          }
        }
        state = resume(state);
        for (const key of Object.keys(typed)) state = resolveHeld(state, key, "send");
        for (let i = 0; i < 4; i++) send("ok");
        expect(server.values).toEqual(typed);
        expect(saveStatus(state)).toBe("saved");
      }),
    );
  });

  it("waits at random, longer after each failure, never above 30 seconds", () => {
    expect(retryDelayMs(1, 1)).toBe(500);
    expect(retryDelayMs(3, 0.5)).toBe(1000);
    expect(retryDelayMs(50, 1)).toBe(30_000);
    expect(retryDelayMs(5, 0)).toBe(0);
  });
});

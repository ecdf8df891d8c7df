import { describe, expect, it } from "vitest";
import { emptyOutbox, type OutboxEntry, type Reply } from "@/lib/domain/answers/outbox-state";
import { BLANK_ANSWER } from "@/lib/domain/answers/own-answers";
import type { AnswersSave } from "@/lib/domain/worksheet/inputs";
import type { AnswerStorage } from "./answer-storage";
import { createOutbox } from "./outbox";

const says = (value: number) => ({ ...BLANK_ANSWER, value });

function memoryStorage(stored: Record<string, OutboxEntry> = {}): AnswerStorage & { stored: Record<string, OutboxEntry> } {
  return {
    stored,
    read: async () => ({ ...stored }),
    async write(changes) {
      for (const [key, entry] of Object.entries(changes)) {
        if (entry) stored[key] = entry;
        else delete stored[key];
      }
    },
    isDurable: () => true,
  };
}

/** An outbox against a server that gives the listed replies in turn, then saves. */
function outboxWith(replies: Reply[], storage = memoryStorage()) {
  const sent: { body: AnswersSave; storedOpId: string | undefined }[] = [];
  let ops = 0;
  const outbox = createOutbox({
    start: emptyOutbox(1),
    storage,
    newOpId: () => `op-${ops++}`,
    random: () => 1,
    onSaved: () => undefined,
    send: async (body) => {
      const [key = ""] = Object.keys(body.fields);
      sent.push({ body, storedOpId: storage.stored[key]?.sending?.opId });
      const versions = Object.fromEntries(Object.entries(body.fields).map(([name, save]) => [name, save.baseVersion + 1]));
      return { reply: replies.shift() ?? { kind: "saved", versions }, seq: 1, retryAfterMs: 60_000 };
    },
  });
  return { outbox, sent, storage };
}

describe("the outbox on a device", () => {
  it("stores an edit with its operation id before sending, and forgets it once it is saved", async () => {
    const { outbox, sent, storage } = outboxWith([]);
    outbox.edit({ "y3.writes_s": says(200) });
    await outbox.flush();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.storedOpId).toBe(sent[0]?.body.opId);
    await Promise.resolve();
    expect(storage.stored).toEqual({});
    expect(outbox.getState().versions).toEqual({ "y3.writes_s": 1 });
    expect(outbox.lastSaved("y3.writes_s")).toEqual({ answer: says(200), version: 1 });
  });

  it("resends after a reload what never got a reply, under the same id", async () => {
    const before = outboxWith([{ kind: "retry", why: "offline" }]);
    before.outbox.edit({ "y3.writes_s": says(200) });
    await before.outbox.flush();
    const after = outboxWith([], before.storage);
    await after.outbox.restore();
    expect(after.sent[0]?.body).toEqual(before.sent[0]?.body);
    expect(after.outbox.getState().entries).toEqual({});
  });

  it("has one request under way at a time", async () => {
    const { outbox, sent } = outboxWith([]);
    outbox.edit({ a: says(1) });
    const first = outbox.flush();
    outbox.edit({ a: says(2) });
    await outbox.flush();
    await first;
    expect(sent).toHaveLength(1);
    await outbox.flush();
    expect(sent.map(({ body }) => body.fields.a)).toMatchObject([
      { value: 1, baseVersion: 0 },
      { value: 2, baseVersion: 1 },
    ]);
  });

  it("keeps what a closed round refused, and sends it when its author says so", async () => {
    const { outbox, sent, storage } = outboxWith([{ kind: "refused", why: "round_closed" }]);
    outbox.edit({ a: says(1) });
    await outbox.flush();
    await outbox.flush();
    expect(sent).toHaveLength(1);
    expect(storage.stored.a?.held?.why).toBe("round_closed");
    outbox.takeView(2, {});
    await outbox.resolve("a", "send");
    expect(sent[1]?.body.round).toBe(2);
  });
});

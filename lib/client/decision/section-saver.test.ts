import { describe, expect, it } from "vitest";
import type { SectionView } from "@/lib/domain/worksheet/schema";
import { createSectionSaver, type SectionDraft, type SendResult } from "./section-saver";

const view = (text: string, version: number): SectionView => ({
  section: "why",
  text,
  version,
  by: "Bo",
  at: "2026-11-20T14:02:00.000Z",
});

function aSaver(replies: ((draft: SectionDraft) => SendResult)[]) {
  const sent: SectionDraft[] = [];
  const kept: (string | null)[] = [];
  let ops = 0;
  const saver = createSectionSaver({
    send: async (draft) => {
      sent.push(draft);
      const reply = replies.shift();
      return reply ? reply(draft) : { kind: "unreachable" };
    },
    keep: (draft) => kept.push(draft?.text ?? null),
    newOpId: () => `op-${++ops}`,
    delayMs: 60_000,
    retryMs: 60_000,
  });
  return { saver, sent, kept };
}

const saved = (draft: SectionDraft): SendResult => ({ kind: "saved", section: view(draft.text, draft.baseVersion + 1) });

describe("the section saver", () => {
  it("keeps typed text at once and forgets it when the server has it", async () => {
    const { saver, sent, kept } = aSaver([saved]);
    saver.edit("Joins decide.", 3);
    expect(kept).toEqual(["Joins decide."]);
    await saver.flush();
    expect(sent).toEqual([{ text: "Joins decide.", baseVersion: 3, opId: "op-1" }]);
    expect(kept.at(-1)).toBeNull();
    expect(saver.getState()).toMatchObject({ draft: null, status: "saved" });
    saver.stop();
  });

  it("sends what was typed during a save on top of the version that the save made", async () => {
    const { saver, sent } = aSaver([saved, saved]);
    saver.edit("One", 0);
    const first = saver.flush();
    saver.edit("One two", 0);
    await first;
    expect(saver.getState().draft).toMatchObject({ text: "One two", baseVersion: 1 });
    await saver.flush();
    expect(sent.map((draft) => draft.baseVersion)).toEqual([0, 1]);
    saver.stop();
  });

  it("keeps the text and repeats with the same operation when the server was out of reach", async () => {
    const { saver, sent, kept } = aSaver([() => ({ kind: "unreachable" }), saved]);
    saver.edit("Kept", 0);
    await saver.flush();
    expect(saver.getState()).toMatchObject({ status: "kept", draft: { text: "Kept" } });
    expect(kept).toEqual(["Kept"]);
    await saver.flush();
    expect(sent.map((draft) => draft.opId)).toEqual(["op-1", "op-1"]);
    expect(saver.getState().status).toBe("saved");
    saver.stop();
  });

  it("sends nothing more while another person's text stands against this one", async () => {
    const { saver, sent } = aSaver([() => ({ kind: "stale", current: view("Bo's", 7) }), saved]);
    saver.edit("Mine", 3);
    await saver.flush();
    expect(saver.getState().conflict?.text).toBe("Bo's");
    saver.edit("Mine, longer", 3);
    await saver.flush();
    expect(sent).toHaveLength(1);
    saver.keepMine("Mine, longer");
    await saver.flush();
    expect(sent.at(-1)).toMatchObject({ text: "Mine, longer", baseVersion: 7 });
    saver.stop();
  });

  it("drops its own text when the other person's is chosen", async () => {
    const { saver, kept } = aSaver([() => ({ kind: "stale", current: view("Bo's", 7) })]);
    saver.edit("Mine", 3);
    await saver.flush();
    saver.keepTheirs();
    expect(saver.getState()).toMatchObject({ draft: null, conflict: null, status: "saved" });
    expect(kept.at(-1)).toBeNull();
  });

  it("sees no conflict when both wrote the same", async () => {
    const { saver } = aSaver([() => ({ kind: "stale", current: view("Same", 7) })]);
    saver.edit("Same", 3);
    await saver.flush();
    expect(saver.getState()).toMatchObject({ draft: null, conflict: null });
  });

  it("keeps refused text and says why", async () => {
    const { saver, kept } = aSaver([() => ({ kind: "refused", code: "frozen" })]);
    saver.edit("Late", 3);
    await saver.flush();
    expect(saver.getState()).toMatchObject({ status: "refused", refusal: "frozen", draft: { text: "Late" } });
    expect(kept.at(-1)).toBe("Late");
  });

  it("takes up text of an earlier visit unless the server already has it", async () => {
    const { saver, sent } = aSaver([saved]);
    saver.restore({ text: "Before the crash", baseVersion: 2, opId: "op-old" }, { text: "Old", version: 2 });
    await saver.flush();
    expect(sent[0]?.opId).toBe("op-old");
    const other = aSaver([]);
    other.saver.restore({ text: "Same", baseVersion: 2, opId: "op-old" }, { text: "Same", version: 3 });
    expect(other.saver.getState().draft).toBeNull();
    saver.stop();
  });
});

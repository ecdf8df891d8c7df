import { describe, expect, it } from "vitest";
import { createFrameTextSaver, type FrameDraft, type FrameSendResult } from "./frame-text-saver";

function aSaver(replies: FrameSendResult[]) {
  const sent: FrameDraft[] = [];
  const kept: (string | null)[] = [];
  const waits: number[] = [];
  const saver = createFrameTextSaver({
    send: async (draft) => {
      sent.push(draft);
      return replies.shift() ?? { kind: "unreachable", isOffline: true };
    },
    keep: (draft) => kept.push(draft?.text ?? null),
    delayMs: 60_000,
    retryMs: (attempts) => {
      waits.push(attempts);
      return 60_000;
    },
  });
  return { saver, sent, kept, waits };
}

describe("the saver of one frame field", () => {
  it("keeps typed text at once and forgets it when the server has it", async () => {
    const { saver, sent, kept } = aSaver([{ kind: "saved" }]);
    saver.edit("Host in", "");
    saver.edit("Host in the EU", "");
    expect(kept).toEqual(["Host in", "Host in the EU"]);
    await saver.flush();
    expect(sent).toEqual([{ text: "Host in the EU", base: "" }]);
    expect(kept.at(-1)).toBeNull();
    expect(saver.getState()).toMatchObject({ draft: null, status: "saved" });
  });

  it("keeps the text while the server is out of reach and waits longer each time", async () => {
    const { saver, kept, waits } = aSaver([
      { kind: "unreachable", isOffline: true },
      { kind: "unreachable", isOffline: false },
      { kind: "saved" },
    ]);
    saver.edit("Kept", "Old");
    await saver.flush();
    expect(saver.getState()).toMatchObject({ status: "offline", draft: { text: "Kept", base: "Old" } });
    await saver.flush();
    expect(saver.getState().status).toBe("failed");
    expect(waits).toEqual([1, 2]);
    expect(kept).toEqual(["Kept"]);
    await saver.flush();
    expect(saver.getState().draft).toBeNull();
  });

  it("sends what was typed during a save as a change of what that save stored", async () => {
    const { saver, sent } = aSaver([{ kind: "saved" }, { kind: "saved" }]);
    saver.edit("One", "");
    const first = saver.flush();
    saver.edit("One two", "");
    await first;
    await saver.flush();
    expect(sent.at(-1)).toEqual({ text: "One two", base: "One" });
  });

  it("holds the typed text against the team's and sends nothing until one is chosen", async () => {
    const { saver, sent } = aSaver([{ kind: "conflict", theirs: "Theirs" }, { kind: "saved" }]);
    saver.edit("Mine", "Old");
    await saver.flush();
    expect(saver.getState()).toMatchObject({ status: "conflict", theirs: "Theirs", draft: { text: "Mine" } });
    saver.edit("Mine, longer", "Old");
    await saver.flush();
    expect(sent).toHaveLength(1);
    expect(saver.getState().status).toBe("conflict");
    saver.keepMine();
    expect(sent.at(-1)).toEqual({ text: "Mine, longer", base: "Theirs" });
    saver.stop();
  });

  it("drops the typed text when the team's is taken", async () => {
    const { saver, kept } = aSaver([{ kind: "conflict", theirs: "Theirs" }]);
    saver.edit("Mine", "Old");
    await saver.flush();
    saver.drop();
    expect(saver.getState()).toMatchObject({ draft: null, theirs: null, status: "saved" });
    expect(kept.at(-1)).toBeNull();
  });

  it("keeps refused text with the words that say why", async () => {
    const { saver, kept } = aSaver([{ kind: "refused", words: "Enter a number." }]);
    saver.edit("many", "");
    await saver.flush();
    expect(saver.getState()).toMatchObject({ status: "refused", refusal: "Enter a number.", draft: { text: "many" } });
    expect(kept.at(-1)).toBe("many");
  });

  it("takes up text of an earlier visit unless the team already has it", async () => {
    const { saver, sent } = aSaver([{ kind: "saved" }]);
    saver.restore({ text: "Before the crash", base: "Old" }, "Old");
    expect(sent).toEqual([{ text: "Before the crash", base: "Old" }]);
    saver.stop();
    const other = aSaver([]);
    other.saver.restore({ text: "Same", base: "Old" }, "Same");
    expect(other.kept).toEqual([null]);
    expect(other.sent).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { decisionSaveState } from "./decision-save-state";
import type { SaverState } from "./section-saver";

const settled: SaverState = { draft: null, status: "saved", refusal: null, conflict: null };
const theirs = { section: "why", text: "Bo's", version: 7, by: "Bo", at: "2026-11-20T14:02:00.000Z" } as const;
const inConflict: SaverState = { ...settled, status: "kept", conflict: theirs };

describe("where saving the decision stands", () => {
  it("takes a conflict for a change that needs a person, not for being offline", () => {
    expect(decisionSaveState([settled, inConflict])).toEqual({ status: "held", waiting: 1 });
    expect(decisionSaveState([{ ...inConflict, status: "waiting" }])).toEqual({ status: "held", waiting: 1 });
  });

  it("takes an edit of a frozen decision for one that needs a person", () => {
    expect(decisionSaveState([{ ...settled, status: "refused", refusal: "frozen" }])).toEqual({ status: "held", waiting: 1 });
  });

  it("is offline by the texts that another try would send, and counts only those", () => {
    expect(decisionSaveState([{ ...settled, status: "kept" }, inConflict])).toEqual({ status: "offline", waiting: 1 });
  });

  it("is saving or saved otherwise", () => {
    expect(decisionSaveState([settled, { ...settled, status: "waiting" }])).toEqual({ status: "saving", waiting: 0 });
    expect(decisionSaveState([settled])).toEqual({ status: "saved", waiting: 0 });
  });
});

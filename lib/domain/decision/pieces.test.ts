import { describe, expect, it } from "vitest";
import type { Piece } from "./desk";
import { pieceState, withPiece } from "./pieces";

const piece: Piece = {
  kind: "piece",
  key: "reconsider/flip scale.y3.writes_s",
  text: "Peak writes in 3 years reaches 10,000 a second (now 2,000).",
  data: { section: "reconsider", source: "scale", seen: "Peak writes in 3 years reaches 10,000 a second (now 2,000)." },
  by: "Ada",
  byMemberId: "a",
  at: "2026-11-20T14:00:00.000Z",
};

describe("a sentence from the results", () => {
  it("is attached while it stands as it was taken", () => {
    expect(pieceState({ piece, text: `x\n${piece.text}\ny`, current: piece.text })).toEqual({
      isDetached: false,
      line: piece.text,
      change: null,
    });
  });

  it("is detached once it was edited, and is found again by its words", () => {
    const text = "A line about money.\nWrites in 3 years reaches 10,000 a second, we think.";
    expect(pieceState({ piece, text, current: piece.text })).toEqual({
      isDetached: true,
      line: "Writes in 3 years reaches 10,000 a second, we think.",
      change: null,
    });
  });

  it("says when its source says something else, edited or not, until that was seen", () => {
    const current = "Peak writes in 3 years reaches 10,000 a second (now 5,000).";
    expect(pieceState({ piece, text: piece.text, current }).change).toEqual({ was: piece.text, now: current });
    const kept = { ...piece, data: { ...piece.data, seen: current } };
    expect(pieceState({ piece: kept, text: piece.text, current }).change).toBeNull();
    expect(pieceState({ piece, text: piece.text, current: null }).change).toBeNull();
  });

  it("asks nothing once it was deleted", () => {
    const state = pieceState({ piece, text: "Something else entirely.", current: "news" });
    expect(state).toEqual({ isDetached: true, line: null, change: null });
  });

  it("comes back in its place, or as a last line, whatever signs it holds", () => {
    expect(withPiece({ text: "a\nold\nb", line: "old", replacement: "$& $1" })).toBe("a\n$& $1\nb");
    expect(withPiece({ text: "a\n", line: null, replacement: "b" })).toBe("a\nb");
    expect(withPiece({ text: " ", line: null, replacement: "b" })).toBe("b");
  });
});

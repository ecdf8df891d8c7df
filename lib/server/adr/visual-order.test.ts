import { describe, expect, it } from "vitest";
import { isMostlyRightToLeft, visualOrder, withoutEdges } from "./visual-order";

/** Capitals stand for letters from right to left. */
function onPaper(words: string, isRtl = false): string {
  const pieces = words.split(" ").map((text, index) => ({
    text,
    font: /^[A-Z]+$/u.test(text) ? ("hebrew" as const) : ("text" as const),
    width: text.length,
    gap: index === 0 ? 0 : 1,
  }));
  const placed = visualOrder(pieces, isRtl).toSorted((a, b) => a.x - b.x);
  return placed.map(({ text, x }, index) => " ".repeat(Math.max(0, x - end(placed[index - 1]))) + text).join("");
}

const end = (piece: { x: number; width: number } | undefined) => (piece === undefined ? 0 : piece.x + piece.width);

describe("visualOrder", () => {
  it("turns a run of right-to-left words inside an English line", () => {
    expect(onPaper("we use AB CD EF here")).toBe("we use EF CD AB here");
  });

  it("keeps English and numbers readable inside a right-to-left line", () => {
    expect(onPaper("AB use sql CD 12 EF", true)).toBe("EF 12 CD use sql AB");
  });

  it("keeps a number inside a right-to-left run in its place, and turns brackets round", () => {
    expect(onPaper("we AB ( CD 12 ) EF end")).toBe("we EF ( 12 CD ) AB end");
  });

  it("lets the signs at the edges of a word go with the words beside it", () => {
    expect(withoutEdges({ text: "-sql 18", font: "text" })).toEqual(["-", "sql 18"]);
    expect(withoutEdges({ text: "2021).", font: "text" })).toEqual(["2021", ")."]);
    expect([withoutEdges({ text: "…", font: "text" }), withoutEdges({ text: "אב.", font: "hebrew" })]).toEqual([["…"], ["אב."]]);
    expect(onPaper("AB ( CD 12 ).", true)).toBe(".( 12 CD ) BA".replace("BA", "AB"));
  });

  it("takes the direction that most letters have", () => {
    expect([isMostlyRightToLeft("PostgreSQL אנחנו משתמשים"), isMostlyRightToLeft("משה approves with reservation")]).toEqual([true, false]);
  });
});

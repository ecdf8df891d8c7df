import { describe, expect, it } from "vitest";
import { breakWords } from "./break-words";

const words = (text: string, font: "han" | "japanese" | "text") =>
  breakWords([{ text, font }]).map(({ parts }) => parts.map((part) => part.text).join(""));

describe("lines of East Asia", () => {
  it.each(["han", "japanese"] as const)("end between any two characters of %s, but not before a mark that closes", (font) => {
    expect(words("直接です。次「の」", font)).toEqual(["直", "接", "で", "す。", "次", "「の」"]);
  });

  it("end at blanks only elsewhere", () => {
    expect(words("one two", "text")).toEqual(["one", "two"]);
  });
});

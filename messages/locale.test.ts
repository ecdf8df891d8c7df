import { describe, expect, it } from "vitest";
import { directionOf, pickLocale } from "./locale";

describe("the language for a reader", () => {
  it("is the one they chose, whatever the browser says", () => {
    expect(pickLocale({ chosen: "en", accepted: "de" })).toBe("en");
  });

  it("is the best accepted one that we speak, by weight and not by order", () => {
    expect(pickLocale({ chosen: undefined, accepted: "fr-CH, en;q=0.5, de-AT;q=0.9" })).toBe("de");
    expect(pickLocale({ chosen: undefined, accepted: "de;q=0, fr" })).toBe("en");
  });

  it("is English where nothing is known, or the choice is no language of ours", () => {
    expect(pickLocale({ chosen: undefined, accepted: null })).toBe("en");
    expect(pickLocale({ chosen: "../../etc", accepted: ";;q=x,," })).toBe("en");
  });

  it("runs from right to left where its script does", () => {
    expect(directionOf("ar-EG")).toBe("rtl");
    expect(directionOf("de")).toBe("ltr");
  });
});

import { describe, expect, it } from "vitest";
import { readField, type SettingField, shownText } from "./setting-fields";

const field = (type: "amount" | "money" | "number" | "percent"): SettingField => ({ id: "x", label: "X", type });

describe("a number in a form for settings", () => {
  it.each([
    ["amount", "1200.5", "1200,5", 1200.5],
    ["money", "1.125", "1,125", "1.125"],
    ["number", "12.375", "12,375", 12.375],
    ["percent", "62.125", "62,125", 0.62125],
  ] as const)("of type %s is shown and read in the reader's own writing", (type, stored, shown, value) => {
    expect(shownText(field(type), stored, "de")).toBe(shown);
    expect(readField(field(type), shown, "de")).toEqual({ value });
    expect(shownText(field(type), stored, "en")).toBe(stored);
  });
});

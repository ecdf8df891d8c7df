import { describe, expect, it } from "vitest";
import { FIELDS, type FieldDef } from "@/lib/domain/answers/fields";
import { type FrameFormat, saysSame, textOfValue, valueOfText } from "./frame-text";

function formatFor(type: FieldDef["type"], locale = "en"): FrameFormat & { field: FieldDef } {
  const field = FIELDS.find((candidate) => candidate.place === "frame" && candidate.type === type);
  if (!field) throw new Error(`The frame has no field of type ${type}.`);
  return { field, textOf: (value) => textOfValue({ field, locale }, value), read: (text) => valueOfText({ field, locale }, text) };
}

describe("the text of a frame box", () => {
  it("takes two spellings of one amount for the same", () => {
    const amount = formatFor("number");
    expect(saysSame(amount, { text: "1.5k", team: 1500 })).toBe(true);
    expect(saysSame(amount, { text: "1500", team: 1600 })).toBe(false);
  });

  it("writes and reads an amount as the reader's language does", () => {
    const { textOf, read } = formatFor("number", "de");
    expect(textOf(1500)).toBe("1.500");
    expect(read("1.500")).toEqual({ ok: true, value: 1500 });
    expect(saysSame(formatFor("number", "de"), { text: "1.500", team: 1500 })).toBe(true);
  });

  it("takes an empty box for a blank, and for nothing else", () => {
    const amount = formatFor("number");
    expect(saysSame(amount, { text: "", team: undefined })).toBe(true);
    expect(saysSame(amount, { text: "", team: 1 })).toBe(false);
  });

  it("sees a change in text that cannot be read", () => {
    expect(saysSame(formatFor("number"), { text: "many", team: 3 })).toBe(false);
  });

  it("brings chosen options there and back", () => {
    const { field, textOf, read } = formatFor("multi");
    const chosen = field.options.slice(0, 2);
    expect(read(textOf(chosen))).toEqual({ ok: true, value: chosen });
    expect(read("")).toEqual({ ok: true, value: undefined });
  });
});

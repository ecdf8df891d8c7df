import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount, type ParsedAmount, parseAmount } from "./parse-number";

const read = (parsed: ParsedAmount) => (parsed.ok ? parsed.value : parsed.message.id);

describe("an amount as people type it", () => {
  it.each([
    ["0", 0],
    ["35", 35],
    [" 1.5k ", 1500],
    ["1.5 K", 1500],
    ["2M", 2_000_000],
    ["1,5", 1.5],
    ["1,5k", 1500],
    ["3bn", 3e9],
    ["1 200", 1200],
    ["1\u202f200,5", 1200.5],
    ["1’200.50", 1200.5],
    ["1_000_000", 1_000_000],
    ["1,200", 1200],
    ["1.200", 1.2],
    ["0,125", 0.125],
    ["1234,567", 1234.567],
    ["1,234,567", 1_234_567],
    ["12,34,567", 1_234_567],
    ["1.234.567", 1_234_567],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    [".5", 0.5],
    ["5.", 5],
    ["1.005k", 1005],
    ["40 %", 40],
    ["200/s", 200],
    ["1e6", 1_000_000],
    ["+7", 7],
    ["１２", 12],
  ])("reads %j as %d", (text, value) => {
    expect(read(parseAmount(text))).toBe(value);
  });

  it.each([
    ["1,200", "de", 1.2],
    ["1.200", "de", 1200],
    ["1.200", "fr", 1200],
    ["1,5 Tsd.", "de", 1500],
    ["2 Mio", "de", 2_000_000],
    ["1,5 Mrd.", "de", 1.5e9],
    ["3 mio.", "en", 3_000_000],
    ["1,5", "de", 1.5],
    ["1.5", "de", 1.5],
  ])("reads %j in %s as %d", (text, locale, value) => {
    expect(read(parseAmount(text, { locale }))).toBe(value);
  });

  it.each([
    ["", "answers.amount.empty"],
    ["  ", "answers.amount.empty"],
    ["-3", "answers.amount.negative"],
    ["−1.5k", "answers.amount.negative"],
    ["many", "answers.amount.unreadable"],
    ["1-2", "answers.amount.unreadable"],
    ["1 2", "answers.amount.unreadable"],
    ["1,2,3", "answers.amount.unreadable"],
    ["1.2,3.4", "answers.amount.unreadable"],
    ["1.5kk", "answers.amount.unreadable"],
    ["Infinity", "answers.amount.unreadable"],
    ["0x10", "answers.amount.unreadable"],
    ["9e99", "answers.amount.tooLarge"],
    ["1001t", "answers.amount.tooLarge"],
  ])("refuses %j with %s", (text, id) => {
    expect(read(parseAmount(text))).toBe(id);
  });

  it("holds a percentage to 100", () => {
    expect(read(parseAmount("100%", { isPercent: true }))).toBe(100);
    expect(read(parseAmount("101", { isPercent: true }))).toBe("answers.amount.over100");
  });

  it("reads back every amount it writes, in any locale", () => {
    const amounts = fc.oneof(
      fc.integer({ min: 0, max: 1e15 }),
      fc.double({ min: 0.001, max: 1e15, noNaN: true }),
      fc.integer({ min: 0, max: 1e9 }).map((n) => n / 1000),
    );
    fc.assert(
      fc.property(amounts, fc.constantFrom("en", "de", "fr", "de-CH", "en-IN", "es", "sv"), (amount, locale) => {
        expect(read(parseAmount(formatAmount(amount, locale), { locale }))).toBe(amount);
      }),
    );
  });

  it("never throws and never gives a number outside the limits", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseAmount(text);
        if (parsed.ok) expect(parsed.value >= 0 && parsed.value <= 1e15).toBe(true);
      }),
    );
  });
});

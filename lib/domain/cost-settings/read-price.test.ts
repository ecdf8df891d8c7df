import { describe, expect, it } from "vitest";
import { readPrice, writePrice } from "./read-price";

describe("a price as people type it", () => {
  it.each([
    ["0.45", "0.45"],
    ["$0.45", "0.45"],
    ["US$ 0.45", "0.45"],
    ["0.45 USD", "0.45"],
    ["0,45", "0.45"],
    [".625", "0.625"],
    ["1,200", "1200"],
    ["1,200.50", "1200.50"],
    ["0", "0"],
    ["007", "7"],
  ])("reads %j as %s dollars", (text, usd) => {
    expect(readPrice(text)).toEqual({ ok: true, usd });
  });

  it.each([
    ["0,45", "0.45"],
    ["0.45", "0.45"],
    ["1.200", "1200"],
    ["1.200,50 $", "1200.50"],
    ["1,2", "1.2"],
  ])("reads %j in German as %s dollars", (text, usd) => {
    expect(readPrice(text, "de")).toEqual({ ok: true, usd });
    expect(readPrice(writePrice(usd, "de"), "de")).toEqual({ ok: true, usd });
  });

  it.each([
    ["", "empty"],
    ["0,45 €", "currency"],
    ["EUR 0.45", "currency"],
    ["C$1", "currency"],
    ["£3", "currency"],
    ["-1", "negative"],
    ["−0.2", "negative"],
    ["NaN", "unreadable"],
    ["Infinity", "unreadable"],
    ["1e9", "unreadable"],
    ["cheap", "unreadable"],
    ["9999999999", "huge"],
    [`0.${"1".repeat(13)}`, "unreadable"],
  ])("refuses %j as %s", (text, problem) => {
    expect(readPrice(text)).toEqual({ ok: false, problem });
  });
});

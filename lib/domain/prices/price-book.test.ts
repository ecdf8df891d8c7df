import { describe, expect, it } from "vitest";
import data from "./data/price-facts.json" with { type: "json" };
import { findPrice, listPrices, PRICE_BOOK_VERSION } from "./price-book";
import { priceBookSchema } from "./schema";

describe("the price book", () => {
  it("matches its schema", () => {
    expect(priceBookSchema.safeParse(data).error).toBeUndefined();
  });

  it("names a known source for every price and gives no id twice", () => {
    const sources = new Set(Object.keys(data.sources));
    expect(data.entries.filter((entry) => !sources.has(entry.source)).map((entry) => entry.id)).toEqual([]);
    expect(new Set(data.entries.map((entry) => entry.id)).size).toBe(data.entries.length);
  });

  it("gives money as decimal text with its date and confidence", () => {
    expect(findPrice("aws.rds.postgres.r6g.large.multi")).toMatchObject({ usd: "0.45", asOf: "2024-08-09", confidence: "quoted" });
    expect(listPrices().every((price) => /^\d+(\.\d+)?$/.test(price.usd))).toBe(true);
  });

  it("answers null for a price it does not have", () => {
    expect(findPrice("aws.rds.postgres.z9.huge")).toBeNull();
  });

  it("has a version", () => {
    expect(PRICE_BOOK_VERSION).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
  });
});

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const BOOK = "lib/domain/prices/data/price-facts.json";
const SKU = "7GQ5PS7UCKQ5YNB2";
const attributes = {
  regionCode: "us-east-1",
  databaseEngine: "PostgreSQL",
  deploymentOption: "Multi-AZ",
  instanceType: "db.r6g.large",
  licenseModel: "No license required",
};
const dimension = { rateCode: "a", description: "", beginRange: "0", endRange: "Inf", unit: "Hrs", pricePerUnit: { USD: "0.4600000000" } };
const LIST = JSON.stringify({
  formatVersion: "v1.0",
  offerCode: "AmazonRDS",
  version: "20261118170259",
  publicationDate: "2026-11-18T17:02:59Z",
  products: { [SKU]: { sku: SKU, productFamily: "Database Instance", attributes } },
  terms: { OnDemand: { [SKU]: { a: { priceDimensions: { a: dimension } } } } },
});

let dir = "";

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "shortlist-prices-"));
  copyFileSync(BOOK, join(dir, "book.json"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function refresh(list: string, ...more: string[]) {
  writeFileSync(join(dir, "list.json"), list);
  const args = ["--import", "./register.mjs", "lib/server/cli/price-refresh.ts", "--source", "aws-price-list"];
  return spawnSync(process.execPath, [...args, "--file", join(dir, "list.json"), "--book", join(dir, "book.json"), ...more], {
    encoding: "utf8",
  });
}

describe("npm run prices:refresh", () => {
  it("prints the change, writes a dated version and keeps the one before", () => {
    const { stdout, status } = refresh(LIST);
    expect(status).toBe(0);
    expect(stdout).toContain("aws.rds.postgres.r6g.large.multi: 0.45 -> 0.46");
    expect(stdout).toContain("Written: version 2026-11-18.");
    expect(JSON.parse(readFileSync(join(dir, "book.json"), "utf8")).version).toBe("2026-11-18");
    expect(readFileSync(join(dir, "book.2026-11.json"), "utf8")).toBe(readFileSync(BOOK, "utf8"));
  });

  it("writes nothing for a list that is cut off, and says so", () => {
    const { stderr, status } = refresh(LIST.slice(0, 400));
    expect(status).toBe(1);
    expect(stderr).toBe("The file ends too early: it is cut off after line 1.\nNothing was written.\n");
    expect(readFileSync(join(dir, "book.json"), "utf8")).toBe(readFileSync(BOOK, "utf8"));
    expect(readdirSync(dir).sort()).toEqual(["book.json", "list.json"]);
  });

  it("only prints with --dry-run", () => {
    expect(refresh(LIST, "--dry-run").stdout).toContain("1 changed");
    expect(readFileSync(join(dir, "book.json"), "utf8")).toBe(readFileSync(BOOK, "utf8"));
  });
});

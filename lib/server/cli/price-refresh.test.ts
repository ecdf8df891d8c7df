import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
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

type Answer = { status?: number; type?: string; body: string; claims?: number };

/** A small vendor: answers the one path of the list, and remembers what was asked. */
async function serving(answer: Answer): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const { status = 200, type = "application/json", body, claims = Buffer.byteLength(answer.body) } = answer;
    response.writeHead(status, { "content-type": type, "content-length": claims });
    if (claims === Buffer.byteLength(body)) response.end(body);
    else response.write(body, () => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function fetched(answer: Answer, offer = "AmazonRDS") {
  const { server, address, asked } = await serving(answer);
  try {
    const args = ["--import", "./register.mjs", "lib/server/cli/price-refresh.ts", "--source", "aws-price-list"];
    const child = spawn(process.execPath, [...args, "--offer", offer, "--address", address, "--book", join(dir, "book.json")]);
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (text: Buffer) => (said.stdout += text.toString()));
    child.stderr.on("data", (text: Buffer) => (said.stderr += text.toString()));
    const status = await new Promise<number | null>((ended) => child.on("close", ended));
    return { ...said, status, asked };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("npm run prices:refresh with --offer", () => {
  const untouched = () => {
    expect(readFileSync(join(dir, "book.json"), "utf8")).toBe(readFileSync(BOOK, "utf8"));
    expect(readdirSync(dir)).toEqual(["book.json"]);
  };

  it("fetches the list of the offer and writes what it says", async () => {
    const { stdout, status, asked } = await fetched({ body: LIST });
    expect([status, asked]).toEqual([0, ["/AmazonRDS/current/us-east-1/index.json"]]);
    expect(stdout).toContain("aws.rds.postgres.r6g.large.multi: 0.45 -> 0.46");
    expect(JSON.parse(readFileSync(join(dir, "book.json"), "utf8")).version).toBe("2026-11-18");
  });

  it.each([
    ["a body that ends before its length", { body: LIST.slice(0, 400), claims: LIST.length }, "The list was cut off on its way"],
    ["a whole body with half a list", { body: LIST.slice(0, 400) }, "it is cut off after line 1"],
    ["a format that nobody knows", { body: LIST.replace("v1.0", "v9.9") }, "formatVersion v9.9 is not known here"],
    ["a page in place of the list", { body: "<html>", type: "text/html; charset=utf-8" }, "text/html; charset=utf-8, not with JSON"],
    ["a refusal", { body: "{}", status: 403 }, "The address answered 403."],
  ])("writes nothing for %s, and says so", async (_, answer, why) => {
    const { stderr, status } = await fetched(answer);
    expect(status).toBe(1);
    expect(stderr).toContain(why);
    expect(stderr).toContain("Nothing was written.");
    untouched();
  });

  it("asks nobody for an offer that is no name", async () => {
    const { stderr, asked } = await fetched({ body: LIST }, "../secret");
    expect(stderr).toContain("Name the file with --file, or the offer with --offer");
    expect(asked).toEqual([]);
    untouched();
  });
});

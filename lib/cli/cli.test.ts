import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRecord } from "../domain/record/build-record";
import { anApproval, aRecordInput } from "../domain/record/builders";
import { recordHash } from "../domain/record/record-hash";
import { aSealedFile, aSealKey } from "../server/testing/sealed-file";
import { run } from "./main";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shortlist-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const call = (args: string[], environment: Record<string, string> = {}) => run(args, { environment, fetch });
const place = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

describe("shortlist", () => {
  it("explains itself, and each of its commands", async () => {
    expect(await call(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("shortlist evaluate") });
    for (const name of ["evaluate", "adr", "verify", "pull", "mcp"])
      expect(await call([name, "--help"])).toMatchObject({ code: 0, out: expect.stringMatching(/^Usage: /u) });
    expect(await call(["guess"])).toMatchObject({ code: 2, error: expect.stringContaining("guess") });
    expect(await call(["evaluate", "--quick", "x.yaml"])).toMatchObject({ code: 2, error: expect.stringContaining("Usage") });
  });
});

describe("shortlist evaluate", () => {
  it("names every example's list with reasons, and holds what the examples require", async () => {
    for (const name of await readdir("examples")) {
      const { code, out } = await call(["evaluate", `examples/${name}`]);
      expect([name, code]).toEqual([name, 0]);
      expect(out).toMatch(/1\. \w+/u);
    }
  });

  it("ends with 1 and says why when a required system is not on the list, or a forbidden one is", async () => {
    expect(await call(["evaluate", "examples/telemetry.yaml", "--require", "mongodb"])).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^MongoDB is required and not on the list\. .+/u),
    });
    expect(await call(["evaluate", "examples/orders.yaml", "--forbid", "postgres"])).toMatchObject({ code: 1 });
    expect(await call(["evaluate", "examples/orders.yaml", "--require", "postgres"])).toMatchObject({ code: 0 });
  });

  it("gives the reply as JSON", async () => {
    const { out } = await call(["evaluate", "examples/orders.yaml", "--json"]);
    expect(JSON.parse(out ?? "")).toMatchObject({ shortlist: [{ id: "postgresql" }, { id: "mysql" }], missing: [] });
  });

  it.each([
    ["a wrong answer, with its path", "answers: { workload: { primary: spreadsheet } }", "answers.workload.primary"],
    ["an unknown field", "answer: {}", "Unrecognized"],
    ["no YAML", "answers: [", "holds something"],
    ["a system that does not exist", "require: [dbase]", "dbase"],
  ])("cannot be asked about %s", async (_what, content, said) => {
    const file = await place("wrong.yaml", content);
    expect(await call(["evaluate", file])).toMatchObject({ code: 2, error: expect.stringContaining(said) });
  });
});

describe("shortlist adr", () => {
  const exported = () => {
    const { record, people } = buildRecord(aRecordInput());
    const sha256 = recordHash(record);
    return { record, sha256, people, approvals: [anApproval({})], audit: null, status: "accepted", number: 7 };
  };

  it("writes a record in one form, or in each into a folder", async () => {
    const file = await place("record.json", JSON.stringify(exported()));
    expect(await call(["adr", file])).toMatchObject({ code: 0, out: expect.stringMatching(/^---\n[\s\S]*status/u) });
    const out = join(folder, "adrs");
    expect((await call(["adr", file, "--format", "all", "--out", out])).code).toBe(0);
    expect(await readdir(out)).toHaveLength(5);
    expect(await readFile(join(out, "nygard-0007-which-database-stores-orders-for-the-checkout-rewrite.md"), "utf8")).toMatch(/^# /u);
  });

  it("refuses a record that was changed, and a file that is none", async () => {
    const changed = exported();
    changed.record.worksheet.title = "Another question?";
    expect((await call(["adr", await place("changed.json", JSON.stringify(changed))])).code).toBe(1);
    expect((await call(["adr", await place("other.json", "{}")])).code).toBe(2);
    expect((await call(["adr", join(folder, "nowhere.json")])).code).toBe(2);
  });
});

describe("shortlist verify", () => {
  it("ends with 0 for a sealed file, with 1 once a byte of it changed", async () => {
    const pdf = await aSealedFile({ key: await aSealKey() });
    expect(await call(["verify", await place("sealed.pdf", pdf)])).toMatchObject({ code: 0, out: expect.stringMatching(/^valid/u) });
    const broken = new Uint8Array(pdf);
    broken[Math.floor(broken.length / 2)] = (broken[Math.floor(broken.length / 2)] ?? 0) ^ 1;
    expect((await call(["verify", await place("broken.pdf", broken)])).code).toBe(1);
  }, 30_000);
});

describe("shortlist pull", () => {
  const ID = "01920000-0000-7000-8000-000000000001";
  const zips: Record<string, Uint8Array> = {};
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.headers.authorization} ${request.url}`);
    if (request.headers.authorization !== "Bearer r_good") {
      response.writeHead(401, { "content-type": "application/problem+json" }).end('{"code":"unauthenticated"}');
    } else if (request.url?.includes("log.zip")) {
      response.end(zips.log);
    } else {
      response.writeHead(200, { "content-disposition": 'attachment; filename="0007-orders.md"' }).end("# 7. Orders\n");
    }
  });
  let origin: string;
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  const pull = (args: string[], token = "r_good") => call(["pull", ...args], { SHORTLIST_TOKEN: token });

  it("puts a decision into the folder, once, and tells when it differs", async () => {
    const dir = join(folder, "docs/adr");
    expect(await pull([`${origin}/w/${ID}/sign`, "--dir", dir, "--check"])).toMatchObject({ code: 1 });
    expect(await readdir(folder)).not.toContain("docs");
    expect(await pull([`${origin}/w/${ID}/sign`, "--dir", dir, "--format", "nygard"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 written"),
    });
    expect(seen.at(-1)).toBe(`Bearer r_good /api/v1/worksheets/${ID}/adr.md?format=nygard`);
    expect(await readFile(join(dir, "0007-orders.md"), "utf8")).toBe("# 7. Orders\n");
    expect(await pull([`${origin}/w/${ID}`, "--dir", dir, "--check"])).toMatchObject({ code: 0 });
  });

  it("unpacks a space's log, and no file outside the folder", async () => {
    const dir = join(folder, "log");
    zips.log = zipSync({ "0001-a.md": strToU8("# a"), "records/0001-a.json": strToU8("{}") });
    expect(await pull([`${origin}/spaces/${ID}`, "--dir", dir])).toMatchObject({ code: 0, out: expect.stringContaining("2 written") });
    zips.log = zipSync({ "../../evil.md": strToU8("x") });
    expect(await pull([`${origin}/spaces/${ID}`, "--dir", dir])).toMatchObject({ code: 2 });
    expect(await readdir(folder)).not.toContain("evil.md");
  });

  it("takes the token from the environment only, and never repeats it", async () => {
    expect(await call(["pull", `${origin}/w/${ID}`])).toMatchObject({ code: 2, error: expect.stringContaining("SHORTLIST_TOKEN") });
    const refused = await pull([`${origin}/w/${ID}`], "r_secret_that_is_dead");
    expect(refused).toEqual({ code: 2, error: "Refused: 401 unauthenticated." });
    expect(await pull(["ftp://example.org/w/1"])).toMatchObject({ code: 2 });
  });
});

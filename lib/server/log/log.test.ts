import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { importReplySchema, logFacetsSchema, logPageSchema } from "@/lib/domain/log/schema";
import { type Accepted, decide } from "../testing/accepted";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, moveIn, type SpaceTeam } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();

const file = (path: string, text: string) => ({ path, content: Buffer.from(text).toString("base64") });
const nygard = (title: string, status: string, body = "We decide.") =>
  `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nOrders.\n\n## Decision\n\n${body}\n`;
const FILES = [
  file("docs/adr/0001-use-mysql.md", nygard("1. Use MySQL for orders", "Superseded by [2](0002-use-postgresql.md)")),
  file("docs/adr/0002-use-postgresql.md", nygard("2. Use PostgreSQL for orders", "Accepted", "We are migrating everything.")),
  file("docs/adr/0005-no-graph.md", nygard("5. No graph database", "Rejected")),
  file("docs/adr/0002-second-two.md", nygard("2. Keep sessions in Valkey", "On hold")),
  file(
    "docs/adr/template.md",
    "# {short title}\n\n## Context and Problem Statement\n\n{context}\n\n## Considered Options\n\n* {a}\n\n## Decision Outcome\n\nChosen option: {a}\n",
  ),
  file("docs/adr/logo.png", "\u0000"),
];

let space: SpaceTeam;
let decision: Accepted;

async function importAll(files = FILES, token = space.bo) {
  const reply = await client.call("POST", `/spaces/${space.id}/log/imports`, { opId: op(), files }, { token });
  expect(reply.status).toBe(200);
  return importReplySchema.parse(reply.body).files;
}

async function search(query = "", token = space.observer) {
  const reply = await client.call("GET", `/spaces/${space.id}/log?${query}`, undefined, { token });
  expect(reply.status, reply.text).toBe(200);
  return logPageSchema.parse(reply.body);
}
const titles = async (query = "") => (await search(query)).entries.map(({ title }) => title);

beforeAll(async () => {
  space = await aSpace(client);
  const team = await aTeam(client, "Which store keeps the invoices?");
  // Where it is another day than in UTC at this hour.
  const timeZone = new Date().getUTCHours() < 11 ? "Etc/GMT+12" : "Pacific/Kiritimati";
  await database.admin().query("UPDATE worksheet SET time_zone = $1 WHERE id = $2", [timeZone, team.id]);
  decision = await decide(client, team);
});

describe("importing a folder of records", () => {
  it("says of every file what became of it, and takes the same bytes once", async () => {
    const first = await importAll();
    expect(first.map(({ outcome, reason, number, numberTaken }) => [outcome, reason, number, numberTaken])).toEqual([
      ["added", null, 1, null],
      ["added", null, 2, null],
      ["added", null, 5, null],
      ["added", null, null, "2"],
      ["left_out", "template", null, null],
      ["left_out", "not_markdown", null, null],
    ]);
    const again = await importAll();
    expect(again.map(({ outcome }) => outcome)).toEqual(["known", "known", "known", "known", "left_out", "left_out"]);
    expect(again[0]?.entryId).toBe(first[0]?.entryId);
    const { gaps, next } = (await client.call("GET", `/spaces/${space.id}/numbers`, undefined, { token: space.bo })).body;
    expect([next, gaps]).toEqual([6, [{ first: 3, last: 4, why: "not_imported", reason: "", by: "" }]]);
  });

  it("refuses what is no base64, and more files than a call takes", async () => {
    const post = (files: unknown) => client.call("POST", `/spaces/${space.id}/log/imports`, { opId: op(), files }, { token: space.bo });
    expect((await post([{ path: "a.md", content: "é" }])).status).toBe(422);
    expect((await post(Array.from({ length: 101 }, (_, n) => file(`${n}.md`, "")))).status).toBe(422);
  });

  it("keeps the file byte for byte, and shows its text", async () => {
    const { entries } = await search("status=all&q=valkey");
    const entry = entries[0];
    expect(entry).toMatchObject({ status: "unknown", statusWritten: "On hold", numberWritten: "2", number: null, engines: ["valkey"] });
    const path = `/spaces/${space.id}/log/${entry?.id}`;
    const source = await client.bytes(`${path}/source`, space.observer);
    expect(Buffer.from(source.bytes).toString("base64")).toBe(FILES[3]?.content);
    expect((await client.call("GET", `${path}/imported`, undefined, { token: space.observer })).body).toMatchObject({
      path: "docs/adr/0002-second-two.md",
      by: "Bo",
    });
  });
});

describe("the decision log", () => {
  it("shows what is active, with what it replaced beside it, and all when asked", async () => {
    expect((await titles()).sort()).toEqual(["Keep sessions in Valkey", "Use PostgreSQL for orders"]);
    const [postgres] = (await search("q=PostgreSQL")).entries;
    expect(postgres?.replaces).toMatchObject([{ title: "Use MySQL for orders", number: 1 }]);
    const [mysql] = (await search("status=superseded")).entries;
    expect(mysql?.replacedBy).toMatchObject([{ number: 2, id: postgres?.id }]);
    expect((await search("status=all")).total).toBe(4);
  });

  it.each([
    ["postg", ["Use PostgreSQL for orders"]],
    ["migration", ["Use PostgreSQL for orders"]],
    ["0002", ["Use PostgreSQL for orders"]],
    ["adr-2", ["Use PostgreSQL for orders"]],
    ["orders -postgresql", ["Keep sessions in Valkey"]],
    ['"sessions in valkey"', ["Keep sessions in Valkey"]],
    ["nothing like it", []],
    ["'); DROP TABLE log_entry; --", []],
    ["&|!:*", []],
  ])("finds by %j", async (q, expected) => {
    expect(await titles(`q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  it("filters by engine and tag, counts what it can filter by, and refuses a filter that it does not know", async () => {
    const [valkey] = (await search("engine=valkey")).entries;
    const tag = { opId: op(), tags: [" Sessions ", "sessions", "cache"] };
    const put = (token: string) => client.call("PUT", `/spaces/${space.id}/log/${valkey?.id}/tags`, { ...tag, opId: op() }, { token });
    expect([(await put(space.observer)).status, (await put(space.bo)).status]).toEqual([403, 200]);
    expect(await titles("tag=cache")).toEqual(["Keep sessions in Valkey"]);
    const wrong = await client.call("GET", `/spaces/${space.id}/log?status=nonsense`, undefined, { token: space.bo });
    expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ path: "status" }]]);
    const facets = await client.call("GET", `/spaces/${space.id}/log/facets`, undefined, { token: space.observer });
    expect(logFacetsSchema.parse(facets.body)).toMatchObject({
      total: 4,
      tags: [
        { value: "cache", count: 1 },
        { value: "sessions", count: 1 },
      ],
    });
  });

  it("lists a worksheet from its first day, tells nothing of it before it is frozen, and its decision after", async () => {
    const moved = await moveIn(client, decision, space);
    expect(moved.body).toMatchObject({ number: 6, renumbered: true });
    const [own] = (await search("q=invoices")).entries;
    expect(own).toMatchObject({ status: "accepted", number: 6, chosen: "PostgreSQL", engines: ["postgresql"], approvers: ["Dee", "Eli"] });
    expect(own?.reviewOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    const exported = await client.call("GET", `/worksheets/${decision.id}/adr.md`, undefined, { token: decision.facilitator });
    expect(/^date: "(.*)"$/mu.exec(exported.text)?.[1]).toBe(own?.decidedOn);
    const draft = await client.call("POST", `/spaces/${space.id}/worksheets`, { opId: op(), title: "Which cache?" }, { token: space.bo });
    const write = { opId: op(), section: "choice", text: "Memcached", baseVersion: 0 };
    await client.call("PUT", `/worksheets/${draft.body.id}/decision`, write, { token: space.bo });
    expect((await search("q=cache&status=draft")).entries).toMatchObject([{ title: "Which cache?", number: null, chosen: null }]);
    expect(await titles("q=memcached")).toEqual([]);
    const status = { opId: op(), status: "deprecated", reason: "We sold it" };
    await client.call("PUT", `/worksheets/${decision.id}/status`, status, { token: decision.facilitator });
    expect((await search("q=invoices&status=deprecated")).entries).toMatchObject([{ reviewOn: null }]);
  });

  it("says what is due", async () => {
    await database.admin().query("UPDATE log_entry SET review_on = current_date - 1 WHERE number = 2");
    const page = await search("due=now");
    expect([page.due, page.entries.map(({ number, isDue }) => [number, isDue])]).toEqual([1, [[2, true]]]);
    expect((await search("due=soon")).total).toBe(1);
  });

  it("is read by a key with the scope, and forgets a deleted worksheet", async () => {
    const { key } = await aKey(client, space, ["read:log"]);
    const { key: other } = await aKey(client, space, ["write:metrics"]);
    expect((await search("status=all", key)).total).toBe(6);
    expect((await client.call("GET", `/spaces/${space.id}/log`, undefined, { token: other })).status).toBe(403);
    await database.admin().query("UPDATE worksheet SET deleted_at = now() WHERE title = 'Which cache?'");
    expect((await search("status=all", key)).total).toBe(5);
  });

  it("is an archive that unpacks into docs/adr: what came as it came, and our own as Markdown and JSON", async () => {
    const { key } = await aKey(client, space, ["read:log"]);
    for (const token of [space.observer, key]) {
      const { status, bytes } = await client.bytes(`/spaces/${space.id}/log.zip`, token);
      expect(status).toBe(200);
      const files = unzipSync(bytes);
      expect(Object.keys(files).sort()).toEqual([
        "0001-use-mysql.md",
        "0002-second-two.md",
        "0002-use-postgresql.md",
        "0005-no-graph.md",
        "0006-which-store-keeps-the-invoices.md",
        "records/0006-which-store-keeps-the-invoices.json",
      ]);
      expect(Buffer.from(files["0001-use-mysql.md"] ?? []).toString("base64")).toBe(FILES[0]?.content);
      expect(Buffer.from(files["0006-which-store-keeps-the-invoices.md"] ?? []).toString()).toContain("PostgreSQL");
    }
    const dated = unzipSync((await client.bytes(`/spaces/${space.id}/log.zip?format=log4brains`, space.bo)).bytes);
    expect(Object.keys(dated).filter((name) => /^\d{8}-which-store/u.test(name))).toHaveLength(1);
  });
});

describe("a long log", () => {
  it("is paged without losing or repeating a line, whatever comes meanwhile", async () => {
    const big = await aSpace(client, "Many");
    const files = Array.from({ length: 120 }, (_, n) => file(`adr/${n}-x.md`, nygard(`${n}. Decide thing ${n}`, "Accepted")));
    for (const part of [files.slice(0, 100), files.slice(100)])
      await client.call("POST", `/spaces/${big.id}/log/imports`, { opId: op(), files: part }, { token: big.bo });
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query = `q=thing${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const reply = await client.call("GET", `/spaces/${big.id}/log?${query}`, undefined, { token: big.bo });
      const page = logPageSchema.parse(reply.body);
      seen.push(...page.entries.map(({ title }) => title));
      cursor = page.next;
      const late = [file(`adr/late-${seen.length}.md`, nygard(`A late thing ${seen.length}`, "Accepted"))];
      await client.call("POST", `/spaces/${big.id}/log/imports`, { opId: op(), files: late }, { token: big.bo });
    }
    const first = seen.filter((title) => title.startsWith("Decide"));
    expect([first.length, new Set(first).size]).toEqual([120, 120]);
    const wrong = await client.call("GET", `/spaces/${big.id}/log?cursor=abc`, undefined, { token: big.bo });
    expect(wrong.status).toBe(422);
  });
});

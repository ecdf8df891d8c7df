import { expect, it } from "vitest";
import { replay } from "@/lib/domain/engine/replay";
import { recordSchema } from "@/lib/domain/record/schema";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

it("what was done by hand stands in the frozen record and its Markdown, by name and with its reason, and replays to the byte", async () => {
  const team = await aTeam(client);
  const call = (method: string, path: string, body: object, token = team.facilitator) =>
    client.call(method, `/worksheets/${team.id}${path}`, { opId: op(), ...body }, { token });
  const fields = { primary: { value: "relational", baseVersion: 0 } };
  await call("PUT", "/answers/workload", { round: 1, fields }, team.bo);
  await call("POST", "/reveal", {});
  await call("POST", "/candidates", { system: { name: "House Store", workload_fit: { relational: "native" } } }, team.bo);
  await call("PUT", "/overrides/cassandra", { baseVersion: 0, action: "restore", reason: "Three of us ran it" }, team.cy);
  await call("PUT", "/overrides/mysql", { baseVersion: 0, action: "exclude", reason: "The vendor left us" });
  for (const section of ["choice", "alternatives", "why", "reconsider"]) {
    await call("PUT", "/decision", { section, text: section === "choice" ? "We take House Store" : "Because.", baseVersion: 0 });
  }
  await call("POST", "/approvers", { name: "Dee" });
  expect((await call("POST", "/revisions", {})).status).toBe(201);

  const markdown = (await client.call("GET", `/worksheets/${team.id}/adr.md`, undefined, { token: team.facilitator })).text;
  expect(markdown).toContain("Bo added House Store");
  expect(markdown).toContain("Cy put Apache Cassandra back: “Three of us ran it”");
  expect(markdown).toContain("Ada put MySQL aside: “The vendor left us”");

  const exported = await client.call("GET", `/worksheets/${team.id}/record.json`, undefined, { token: team.facilitator });
  const record = recordSchema.parse(exported.body.record);
  expect(JSON.stringify(record), "names stand outside of what is hashed").not.toMatch(/"(Bo|Cy|Ada)"/u);
  expect(record.handwork).toEqual({
    overrides: [
      { candidate: "cassandra", action: "restore", reason: "Three of us ran it", by: "p3" },
      { candidate: "mysql", action: "exclude", reason: "The vendor left us", by: "p1" },
    ],
    added: [{ candidate: "house-store", by: "p2" }],
  });
  expect(replay(record)).toEqual({ ok: true, versions: [] });
  expect(record.decision.chosen).toBe("house-store");
});

const CRITERIA = ["workload", "consistency", "scale", "ops", "cost"];

it("the tie-break and what was expected stand in the record once shown, and what was never shown does not", async () => {
  const team = await aTeam(client);
  const call = (method: string, path: string, body: object, token = team.facilitator) =>
    client.call(method, `/worksheets/${team.id}${path}`, { opId: op(), ...body }, { token });
  const fields = { primary: { value: "relational", baseVersion: 0 } };
  await call("PUT", "/answers/workload", { round: 1, fields }, team.bo);
  await call("POST", "/reveal", {});
  const { shortlist } = (await client.call("GET", `/worksheets/${team.id}/shortlist`, undefined, { token: team.facilitator })).body;
  const [first, second, third] = (shortlist as { id: string }[]).map(({ id }) => id);
  const lines: [string | undefined, number[]][] = [
    [first, [9, 2, 5, 5, 5]],
    [second, [2, 9, 5, 5, 5]],
    [third, [0, 0, 0, 0, 0]],
  ];
  for (const [candidate, scores] of lines) {
    for (const [i, criterion] of CRITERIA.entries()) {
      expect((await call("PUT", `/scores/${candidate}`, { baseVersion: 0, criterion, score: scores[i] }, team.cy)).status).toBe(200);
    }
  }
  await call("PUT", "/gut-check", { candidate: "cassandra" }, team.bo);
  await call("PUT", "/gut-check", { candidate: null }, team.cy);
  await call("PUT", "/ranking", { order: CRITERIA }, team.bo);
  for (const section of ["choice", "alternatives", "why", "reconsider"]) {
    await call("PUT", "/decision", { section, text: section === "choice" ? "We take PostgreSQL" : "Because.", baseVersion: 0 });
  }
  await call("POST", "/approvers", { name: "Dee" });
  const recordNow = async () => {
    expect((await call("POST", "/revisions", {})).status).toBe(201);
    const exported = await client.call("GET", `/worksheets/${team.id}/record.json`, undefined, { token: team.facilitator });
    return { json: JSON.stringify(exported.body), record: recordSchema.parse(exported.body.record) };
  };

  const before = await recordNow();
  expect(before.record.gutChecks, "nobody has shown them").toBeUndefined();
  expect(before.record.tieBreak).toMatchObject({ rankings: [], outcome: { kind: "missing", candidate: null } });

  expect((await call("POST", "/revisions/1/withdrawal", {})).status).toBe(200);
  expect((await call("POST", "/gut-check/disclosure", {})).status).toBe(200);
  expect((await call("POST", "/ranking/disclosure", {})).status).toBe(200);
  const { record } = await recordNow();
  expect(record.gutChecks).toEqual([
    { person: "p2", candidate: "cassandra" },
    { person: "p3", candidate: null },
  ]);
  expect(record.tieBreak).toMatchObject({
    rankings: [{ person: "p2", order: CRITERIA }],
    outcome: { kind: "too_close", candidate: first },
  });
  expect(record.tieBreak?.scores).toContainEqual({ candidate: second, criterion: "consistency", score: 9, by: "p3" });
  expect(replay(record)).toEqual({ ok: true, versions: [] });

  const markdown = (await client.call("GET", `/worksheets/${team.id}/adr.md`, undefined, { token: team.facilitator })).text;
  expect(markdown).toContain("Too close to score. The simplest one the team already runs is PostgreSQL.");
  expect(markdown).toContain("1 of 2 expected Apache Cassandra (Bo).");
  expect(markdown).toContain("One person would rather not say.");
  expect(markdown).toContain("Weights from the order of what matters: Workload 46%");
});

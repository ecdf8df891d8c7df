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

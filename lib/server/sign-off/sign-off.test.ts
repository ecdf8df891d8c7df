import { describe, expect, it } from "vitest";
import { replay } from "@/lib/domain/engine/replay";
import { recordSchema } from "@/lib/domain/record/schema";
import { poppler } from "../adr/pdf-probe";
import { aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aDecision, approve, client, freeze, put, SECTIONS, viewOf, write } from "../testing/decision";

const database = freshDatabase();

describe("freezing", () => {
  it("names what is missing: sections and an approver", async () => {
    const team = await aTeam(client);
    await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
    const reply = await freeze(team);
    expect(reply.status).toBe(422);
    expect((reply.body.errors as { path: string }[]).map((error) => error.path)).toEqual([
      "sections.choice",
      "sections.alternatives",
      "sections.why",
      "sections.reconsider",
      "approvers",
    ]);
  });

  it("makes what it holds read-only until it is withdrawn", async () => {
    const team = await aDecision();
    expect((await freeze(team)).status).toBe(201);
    expect((await write(team, "why", "Other reasons.", 1)).body.code).toBe("frozen");
    const answer = { opId: op(), round: 2, fields: { primary: { value: "document", baseVersion: 0 } } };
    expect((await client.call("PUT", `/worksheets/${team.id}/answers/workload`, answer, { token: team.bo })).body.code).toBe("frozen");
    expect(
      (await client.call("POST", `/worksheets/${team.id}/revisions/1/withdrawal`, { opId: op() }, { token: team.facilitator })).status,
    ).toBe(200);
    expect((await write(team, "why", "Other reasons.", 1)).status).toBe(200);
  });

  it("records who entered each position, by p1, p2 and not by name", async () => {
    const team = await aDecision();
    const position = { opId: op(), baseVersion: 0, value: "relational", reached: "consent", reason: "Rows belong together." };
    await client.call("PUT", `/worksheets/${team.id}/positions/workload.primary`, position, { token: team.facilitator });
    await freeze(team);
    const { body } = await client.call("GET", `/worksheets/${team.id}/record.json`, undefined, { token: team.bo });
    const { record, people } = body as {
      record: { positions: { field: string; by: string | null }[] };
      people: { id: string; name: string }[];
    };
    const ada = people.find(({ name }) => name === "Ada")?.id;
    expect(record.positions).toMatchObject([{ field: "workload.primary", by: ada }]);
  });

  it("plans the way from what runs today, in the record, its Markdown and its PDF", async () => {
    const team = await aDecision();
    await put(team, "frame", { baseVersion: 0, frame: { frame: { incumbent: "mongodb" }, migration: { data_gb: 40 } } });
    expect((await freeze(team)).body).toMatchObject({ revision: 1 });
    const read = (path: string) => client.call("GET", `/worksheets/${team.id}/${path}`, undefined, { token: team.bo });
    const { record } = (await read("record.json")).body as { record: { migration: { from: string; to: string; steps: unknown[] } } };
    expect(record.migration).toMatchObject({ from: "mongodb", to: "postgresql" });
    expect(record.migration.steps.length).toBeGreaterThan(3);
    const { bytes } = await client.bytes(`/worksheets/${team.id}/adr.md`, team.bo);
    expect(Buffer.from(bytes).toString()).toMatch(/- \[ \] \*\*\d · Way back:\*\*/u);
    const pdf = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
    // Read by another's tool, where it is installed.
    expect(poppler("pdftotext", pdf.bytes) ?? "Way back").toContain("Way back");
  });

  it("says which share of what was said leads to this list", async () => {
    const team = await aDecision();
    const reveal = (fields: object, token: string) =>
      client.call("PUT", `/worksheets/${team.id}/answers/workload`, { opId: op(), round: 2, fields }, { token });
    await reveal({ primary: { value: "relational", baseVersion: 0 } }, team.facilitator);
    await reveal({ primary: { value: "graph", baseVersion: 0 } }, team.cy);
    await freeze(team);
    const { body } = await client.call("GET", `/worksheets/${team.id}/record.json`, undefined, { token: team.bo });
    const { survival } = (body.record as { evaluation: { survival: number | null } }).evaluation;
    expect(survival).toBeGreaterThan(0.3);
    expect(survival).toBeLessThan(1);
  });

  it("hashes the canonical text, and prints the same hash into Markdown and JSON", async () => {
    const team = await aDecision();
    const sha256 = (await freeze(team)).body.sha256 as string;
    const rows = await database
      .admin()
      .query("SELECT encode(sha256(convert_to(canonical, 'UTF8')), 'hex') AS hash FROM revision WHERE worksheet_id = $1", [team.id]);
    expect(rows.rows).toEqual([{ hash: sha256 }]);
    const [markdown, json] = await Promise.all(
      ["adr.md", "record.json"].map((name) => client.call("GET", `/worksheets/${team.id}/${name}`, undefined, { token: team.bo })),
    );
    expect(markdown?.text).toContain(sha256);
    expect(JSON.parse(json?.text ?? "{}").sha256).toBe(sha256);
    // The elimination is run again from the record alone, and comes out the same.
    expect(replay(recordSchema.parse(JSON.parse(json?.text ?? "{}").record)).ok).toBe(true);
    expect(JSON.stringify(JSON.parse(json?.text ?? "{}").record)).not.toContain("Ada");
  });
});

describe("approving", () => {
  it("is accepted and numbered once all have approved", async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    expect((await approve(team, team.dee, { sha256 })).status).toBe(200);
    expect((await viewOf(team)).adr).toEqual({ number: null, status: "proposed", isDue: false });
    expect((await approve(team, team.eli, { sha256, verdict: "disagree_and_commit", comment: "Sharding will come." })).status).toBe(200);
    const view = await viewOf(team);
    expect(view.adr).toEqual({ number: 1, status: "accepted", isDue: false });
    expect(view.approvals).toEqual([
      expect.objectContaining({ assurance: "C", how: "handed_link", isStale: false }),
      expect.objectContaining({ comment: "Sharding will come." }),
    ]);
  });

  it("binds to the hash that was read and to the people asked", async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    expect((await approve(team, team.dee, { sha256: "0".repeat(64) })).status).toBe(412);
    expect((await approve(team, team.bo, { sha256 })).status).toBe(403);
    expect((await approve(team, team.dee, { sha256, n: 2 })).status).toBe(404);
    expect((await approve(team, team.dee, { sha256, verdict: "decline" })).status).toBe(422);
  });

  it("becomes stale by a later change, and the next revision starts without it", async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    await approve(team, team.dee, { sha256 });
    await client.call("POST", `/worksheets/${team.id}/revisions/1/withdrawal`, { opId: op() }, { token: team.facilitator });
    await write(team, "why", "Because we measured it.", 1);
    const second = (await freeze(team)).body;
    expect(second.revision).toBe(2);
    expect(second.sha256).not.toBe(sha256);
    const view = await viewOf(team);
    expect(view.approvals).toEqual([expect.objectContaining({ revision: 1, isStale: true })]);
    expect(view.adr).toEqual({ number: null, status: "proposed", isDue: false });
  });

  it("counts each person once when the button is pressed twenty times", async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    const replies = await Promise.all(Array.from({ length: 20 }, () => approve(team, team.dee, { sha256 })));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    const rows = await database.admin().query("SELECT 1 FROM approval WHERE worksheet_id = $1", [team.id]);
    expect(rows.rowCount).toBe(1);
  });

  it("accepts exactly once when the last two approve at the same moment", async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    const replies = await Promise.all([approve(team, team.dee, { sha256 }), approve(team, team.eli, { sha256 })]);
    expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
    expect((await viewOf(team)).adr).toEqual({ number: 1, status: "accepted", isDue: false });
  });

  it("goes on behind a new link when an approver lost theirs; the old one opens nothing", async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    const [dee] = (await viewOf(team)).approvers as { id: string }[];
    const renewed = await client.call(
      "POST",
      `/worksheets/${team.id}/approvers/${dee?.id}/link`,
      { opId: op() },
      { token: team.facilitator },
    );
    const token = (renewed.body.link as string).split("#")[1] ?? "";
    expect((await approve(team, team.dee, { sha256 })).status).toBe(401);
    expect((await approve(team, token, { sha256 })).status).toBe(200);
  });

  it("leaves an approver's own words alone when the facilitator records a spoken yes", async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    await approve(team, team.dee, { sha256, verdict: "approve_with_reservation", comment: "Price the egress." });
    const [dee] = (await viewOf(team)).approvers as { id: string }[];
    expect((await approve(team, team.facilitator, { sha256, approverId: dee?.id })).status).toBe(409);
    expect((await viewOf(team)).approvals).toEqual([expect.objectContaining({ comment: "Price the egress.", how: "handed_link" })]);
  });

  it("shows an approver the frozen decision and nothing of the workshop", async () => {
    const team = await aDecision();
    await freeze(team);
    const view = await viewOf(team, team.dee);
    expect(view).toMatchObject({ answers: [], positions: [], sections: [], you: { role: "approver", isApprover: true } });
    const revision = await client.call("GET", `/worksheets/${team.id}/revisions/1`, undefined, { token: team.dee });
    expect(revision.text).toContain(SECTIONS.choice);
  });
});

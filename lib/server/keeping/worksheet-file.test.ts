import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkExport } from "@/lib/domain/record/export-json";
import { FILE_VERSION, type WorksheetFile } from "@/lib/domain/worksheet-file/schema";
import { JOB_KINDS } from "../boot/job-kinds";
import type { JobRunner } from "../jobs/runner";
import { type Accepted, anAcceptedDecision, runJobs } from "../testing/accepted";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();
const get = (id: string, path: string, token: string) => client.call("GET", `/worksheets/${id}${path}`, undefined, { token });
const bring = (file: unknown, yourName = "Ada") => client.call("POST", "/worksheets/import", { yourName, file });

let runner: JobRunner;
let team: Accepted;
let file: WorksheetFile;
beforeAll(async () => {
  runner = runJobs(JOB_KINDS);
  team = await anAcceptedDecision(client);
  const sealed = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.facilitator);
  expect(sealed.status).toBe(200);
  const exported = await get(team.id, "/worksheet.json", team.facilitator);
  expect(exported.headers.get("content-disposition")).toMatch(/\.worksheet\.json"$/u);
  file = exported.body as unknown as WorksheetFile;
}, 120_000);
afterAll(async () => {
  await runner.stop();
});

describe("a worksheet taken elsewhere", () => {
  it("has the same record, hash, people, approvals, results and sealed file, and still verifies", async () => {
    const arrived = await bring(file);
    expect([arrived.status, arrived.body.code]).toEqual([201, undefined]);
    const [id, token] = [String(arrived.body.id), String(arrived.body.memberToken)];
    const [here, there] = await Promise.all([get(team.id, "/record.json", team.facilitator), get(id, "/record.json", token)]);
    const { audit: vouched, ...was } = here.body;
    const { audit, ...is } = there.body;
    expect(is).toEqual(was);
    expect([vouched === null, audit]).toEqual([false, null]);
    // Its hash and its names hold; this installation signs nothing that it did not see.
    expect(checkExport(there.body)).toMatchObject({ ok: true });
    expect((await client.send("/verify", Buffer.from(there.text), "application/json")).body.verdict).toBe("not-ours");

    const rows = await database
      .admin()
      .query("SELECT canonical, sha256, people, status, number FROM revision WHERE worksheet_id = ANY($1) ORDER BY worksheet_id", [
        [id, team.id],
      ]);
    expect(rows.rows[0]).toEqual(rows.rows[1]);
    for (const path of ["/shortlist", "/costs", "/adr.md"]) {
      const [a, b] = [await get(team.id, path, team.facilitator), await get(id, path, token)];
      expect(b.text.replaceAll(id, team.id), path).toBe(a.text);
    }
    const [pdf, copy] = [
      await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.facilitator),
      await client.bytes(`/worksheets/${id}/adr.pdf`, token),
    ];
    expect(Buffer.from(copy.bytes).equals(Buffer.from(pdf.bytes))).toBe(true);
    expect((await client.send("/verify", copy.bytes, "application/pdf")).body.verdict).toBe("valid");
  }, 120_000);

  it("names where it came from, and its new history begins with the old one's head", async () => {
    const arrived = await bring(file, "Zoe");
    const view = (await get(String(arrived.body.id), "", String(arrived.body.memberToken))).body;
    expect(view.arrival).toMatchObject({ origin: expect.stringMatching(/^http/u) });
    expect((view.members as { name: string; role: string }[]).map(({ name, role }) => `${name} ${role}`).sort()).toContain(
      "Zoe facilitator",
    );
    expect((view.members as { role: string }[]).filter(({ role }) => role === "facilitator")).toHaveLength(1);
    const { rows } = await database
      .admin()
      .query("SELECT payload, audit_verify(chain) AS verdict FROM audit_event WHERE chain = $1 ORDER BY seq DESC LIMIT 1", [
        arrived.body.id,
      ]);
    expect(rows[0]).toMatchObject({ payload: expect.stringContaining(String(file.audit.at(-1)?.hash)), verdict: "OK" });
  });

  it("can be imported twice beside its source: no id of the file is used again", async () => {
    const [first, second] = [await bring(file), await bring(file)];
    expect(new Set([team.id, first.body.id, second.body.id]).size).toBe(3);
    expect((await get(team.id, "", String(first.body.memberToken))).status).toBe(404);
    expect((await get(String(first.body.id), "", team.bo)).status).toBe(404);
  });
});

describe("before the reveal", () => {
  it("nothing is handed out, not even one's own, with a sentence that says why", async () => {
    const other = await aTeam(client);
    const save = { opId: op(), round: 1, fields: { "y3.users": { value: 424_242, baseVersion: 0 } } };
    await client.call("PUT", `/worksheets/${other.id}/answers/scale`, save, { token: other.bo });
    const refused = await get(other.id, "/worksheet.json", other.facilitator);
    expect([refused.status, refused.body.code]).toEqual([409, "not_revealed"]);
    expect(refused.text).not.toContain("424242");
  });

  it("what stays hidden after it stays behind: gut checks, and who answers blind", async () => {
    const other = await aTeam(client);
    const put = (path: string, body: object, token: string) =>
      client.call("PUT", `/worksheets/${other.id}${path}`, { opId: op(), ...body }, { token });
    await put("/gut-check", { candidate: "mongodb" }, other.bo);
    await client.call("POST", `/worksheets/${other.id}/reveal`, { opId: op() }, { token: other.facilitator });
    const late = await client.call("POST", `/worksheets/${other.id}/members`, { name: "Lia", blind: true }, { token: other.memberLink });
    await put("/answers/scale", { round: 1, fields: { "y3.users": { value: 535_353, baseVersion: 0 } } }, String(late.body.memberToken));
    const text = (await get(other.id, "/worksheet.json", other.facilitator)).text;
    expect(JSON.parse(text)).toMatchObject({ gutChecks: [] });
    expect(text).not.toMatch(/535353|mongodb/u);
  });
});

describe("a file that is refused", () => {
  const errorsOf = async (changed: unknown) => {
    const { status, body } = await bring(changed);
    return { status, reason: body.reason, first: (body.errors as { path: string; message: string }[] | undefined)?.[0] };
  };

  it("of a newer version is named with both versions", async () => {
    expect(await errorsOf({ ...file, version: 7 })).toEqual({
      status: 422,
      reason: "newer",
      first: {
        path: "file.version",
        message: `The file has version 7; this installation reads up to version ${FILE_VERSION}. Update it first.`,
      },
    });
  });

  it.each([
    ["that is something else", () => ({ hello: 1 }), "not_ours"],
    [
      "with a changed record",
      () => ({ ...file, revisions: file.revisions.map((one) => ({ ...one, canonical: one.canonical.replace("PostgreSQL", "MongoDB") })) }),
      "changed",
    ],
    ["with a changed history", () => ({ ...file, audit: file.audit.map((row) => ({ ...row, payload: `${row.payload} ` })) }), "changed"],
    ["with an answer of nobody", () => ({ ...file, members: [] }), "changed"],
    ["with a part that is missing", () => ({ ...file, answers: undefined }), "unreadable"],
  ])("%s", async (_what, make, reason) => {
    expect(await errorsOf(make())).toMatchObject({ status: 422, reason });
  });

  it("beyond 20 MB is refused before it is read", async () => {
    const raw = JSON.stringify({ yourName: "Ada", file: { format: "x".repeat(21 * 1024 * 1024) } });
    const reply = await client.call("POST", "/worksheets/import", undefined, { raw, headers: { "content-length": String(raw.length) } });
    expect([reply.status, reply.body.code]).toEqual([413, "too_large"]);
  });
});

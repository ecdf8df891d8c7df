import { beforeAll, describe, expect, it } from "vitest";
import type { signedCheckpointSchema } from "@/lib/domain/audit/checkpoint";
import { db } from "../db/client";
import { databaseNow } from "../db/database-now";
import { readAuditRows } from "../seal/audit-rows";
import { checkpointAt } from "../seal/checkpoints";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { checkpointJob } from "./checkpoint-job";
import { verifyChains } from "./verify-chains";

const database = freshDatabase();
const client = new ApiClient();

/** A worksheet with a few rows and a head signed at the last one. */
async function aHistory(): Promise<{ team: Team; last: number; signed: ReturnType<typeof signedCheckpointSchema.parse> }> {
  const team = await aTeam(client);
  for (const stage of ["collect", "discuss", "decide"]) {
    await client.call("PUT", `/worksheets/${team.id}/stage`, { opId: op(), stage }, { token: team.facilitator });
  }
  const rows = await readAuditRows(team.id);
  const last = rows.at(-1);
  const { signed } = await checkpointAt({ chain: team.id, seq: last?.seq ?? 0, head: last?.hash ?? "" });
  return { team, last: last?.seq ?? 0, signed };
}

/** As somebody who owns the database could: with the guard off. */
async function tamper(sql: string, values: unknown[]) {
  const admin = database.admin();
  await admin.query("ALTER TABLE audit_event DISABLE TRIGGER ALL");
  await admin.query(sql, values);
  await admin.query("ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_no_change");
}

async function findingsOf(chain: string, noted: Parameters<typeof verifyChains>[0] = []) {
  const { findings } = await verifyChains(noted);
  return findings.filter((finding) => finding.chain === chain).map(({ kind, seq }) => `${kind} ${seq}`);
}

/** Writes every hash anew from a row on, so that the chain holds by itself. */
const REHASH = `
  DO $$ DECLARE r audit_event; p text; BEGIN
    FOR r IN SELECT * FROM audit_event WHERE chain = '%' AND seq >= 3 ORDER BY seq LOOP
      SELECT hash INTO p FROM audit_event WHERE chain = r.chain AND seq = r.seq - 1;
      UPDATE audit_event SET prev = p, hash = audit_hash(p, r.seq, r.chain, r.at, r.payload) WHERE chain = r.chain AND seq = r.seq;
    END LOOP; END $$`;

describe("the audit check", () => {
  beforeAll(async () => {
    await aHistory();
  });

  it("finds nothing where nothing was done", async () => {
    const { team } = await aHistory();
    expect(await findingsOf(team.id)).toEqual([]);
  });

  it("names an edited row", async () => {
    const { team } = await aHistory();
    await tamper("UPDATE audit_event SET payload = '{}' WHERE chain = $1 AND seq = 3", [team.id]);
    expect(await findingsOf(team.id)).toEqual(["edited 3"]);
  });

  it("names rows that changed places", async () => {
    const { team } = await aHistory();
    await tamper("UPDATE audit_event SET seq = CASE seq WHEN 2 THEN 1003 ELSE 1002 END WHERE chain = $1 AND seq IN (2, 3)", [team.id]);
    await tamper("UPDATE audit_event SET seq = seq - 1000 WHERE chain = $1 AND seq > 1000", [team.id]);
    expect(await findingsOf(team.id)).toEqual(expect.arrayContaining(["reordered 2", "reordered 3"]));
  });

  it("names a row that is gone from the middle", async () => {
    const { team } = await aHistory();
    await tamper("DELETE FROM audit_event WHERE chain = $1 AND seq = 3", [team.id]);
    expect(await findingsOf(team.id)).toEqual(["missing 3"]);
  });

  it("names the first row of a cut tail, which the chain alone does not show", async () => {
    const { team, last } = await aHistory();
    await tamper("DELETE FROM audit_event WHERE chain = $1 AND seq > $2", [team.id, last - 2]);
    expect(await findingsOf(team.id)).toEqual([`cut ${last - 1}`]);
  });

  it("names the signed head that a history told anew no longer leads to", async () => {
    const { team, last } = await aHistory();
    await tamper("UPDATE audit_event SET payload = '{}' WHERE chain = $1 AND seq = 3", [team.id]);
    await tamper(REHASH.replace("%", team.id), []);
    expect(await findingsOf(team.id)).toEqual([`forked ${last}`]);
  });

  it("sees a cut also when the heads in the database were cut with it, by those noted elsewhere", async () => {
    const { team, last, signed } = await aHistory();
    await tamper("DELETE FROM audit_event WHERE chain = $1 AND seq > $2", [team.id, last - 2]);
    await database.admin().query("DELETE FROM audit_checkpoint WHERE chain = $1", [team.id]);
    expect(await findingsOf(team.id)).toEqual([]);
    expect(await findingsOf(team.id, [signed])).toEqual([`cut ${last - 1}`]);
  });

  it("gives nothing on a head that the instance did not sign", async () => {
    const { team, signed } = await aHistory();
    const forged = { ...signed, statement: signed.statement.replace(/"seq":\d+/u, '"seq":999') };
    expect((await verifyChains([forged])).refused).toBe(1);
    expect(await findingsOf(team.id, [forged])).toEqual([]);
  });

  it("refuses the app to change a signed head", async () => {
    const rows = await database
      .admin()
      .query(
        "SELECT has_table_privilege('shortlist_app', 'audit_checkpoint', 'UPDATE') AS u, has_table_privilege('shortlist_app', 'audit_checkpoint', 'DELETE') AS d",
      );
    expect(rows.rows).toEqual([{ u: false, d: false }]);
  });

  it("takes the time from the database, whatever zone its session has", async () => {
    await db().$executeRaw`SET TIME ZONE 'Asia/Kathmandu'`;
    const spans = await Promise.all(Array.from({ length: 12 }, async () => Math.abs((await databaseNow(db())).getTime() - Date.now())));
    expect(Math.max(...spans)).toBeLessThan(60_000);
  });

  it("signs every hour what grew, and nothing twice", async () => {
    const attempt = { jobId: "", key: "", worksheetId: null, number: 1, signal: new AbortController().signal };
    await aTeam(client);
    const first = await checkpointJob.run({ hour: 1 }, attempt);
    const second = await checkpointJob.run({ hour: 2 }, attempt);
    expect([Number(first.result?.chains) > 0, second.result?.chains]).toEqual([true, 0]);
  });
});

describe("the history that people may have", () => {
  it("says nothing of answers before they are revealed, and no numbers", async () => {
    const team = await aTeam(client);
    const fields = { primary: { value: "relational", baseVersion: 0 } };
    await client.call("PUT", `/worksheets/${team.id}/answers/workload`, { opId: op(), round: 1, fields }, { token: team.bo });
    const reply = await client.call("GET", `/worksheets/${team.id}/audit`, undefined, { token: team.cy });
    expect(reply.body).toMatchObject({ isComplete: false, rows: null, checkpoint: null });
    expect(reply.text).not.toMatch(/answers_saved|primary|"seq"|hash/u);
    expect(reply.text).toContain("member_joined");
  });
});

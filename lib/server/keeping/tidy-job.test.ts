import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { JOB_KINDS } from "../boot/job-kinds";
import { followDatabaseClock } from "../clock";
import type { JobRunner } from "../jobs/runner";
import { type Accepted, anAcceptedDecision, runJobs } from "../testing/accepted";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { scheduleTidy } from "./tidy-job";

const database = freshDatabase();
const client = new ApiClient();
const DAY_MS = 86_400_000;
const start = Date.now();

let runner: JobRunner;
beforeAll(() => {
  runner = runJobs(JOB_KINDS);
});
afterAll(async () => {
  await runner.stop();
  await followDatabaseClock(async () => new Date());
});
beforeEach(() => daysLater(0));

const sql = async (text: string, values: unknown[] = []) => (await database.admin().query(text, values)).rows;
/** The clock that the app goes by; the database's own stays. */
const daysLater = (days: number) => followDatabaseClock(async () => new Date(start + days * DAY_MS));
const call = (team: Team, method: string, path: string, body?: object, token = team.facilitator) =>
  client.call(method, `/worksheets/${team.id}${path}`, body && { opId: op(), ...body }, { token });
const untilOf = async (team: Team) => (await call(team, "GET", "")).body.retention as { months: number; until: string } | null;

/** Today's run, as if no other had been. */
async function tidy(): Promise<Record<string, number>> {
  await database.admin().query("DELETE FROM job WHERE kind = 'tidy'");
  await scheduleTidy();
  await vi.waitFor(async () => expect(await sql("SELECT 1 FROM job WHERE kind = 'tidy' AND state = 'done'")).toHaveLength(1), 15_000);
  return (await sql("SELECT result FROM job WHERE kind = 'tidy' AND state = 'done'"))[0].result;
}

describe("a worksheet with a term", () => {
  it("says until when at its creation, to everybody, and another term by its facilitator only", async () => {
    const created = await client.call("POST", "/worksheets", { title: "For a year?", yourName: "Ada", keepMonths: 12 });
    const view = await client.call("GET", `/worksheets/${created.body.id}`, undefined, { token: String(created.body.memberToken) });
    const { months, until } = view.body.retention as { months: number; until: string };
    expect([months, Math.round((Date.parse(until) - start) / DAY_MS)]).toEqual([
      12,
      expect.toSatisfy((days) => days === 365 || days === 366),
    ]);
    const team = await aTeam(client);
    expect(await untilOf(team)).toBeNull();
    expect((await call(team, "PUT", "/retention", { keepMonths: 6 }, team.bo)).status).toBe(403);
    expect((await call(team, "PUT", "/retention", { keepMonths: 5 })).status).toBe(422);
    expect((await call(team, "PUT", "/retention", { keepMonths: 6 })).status).toBe(200);
    expect((await untilOf(team))?.months).toBe(6);
  });

  it("does not tell by its day that somebody saved an answer", async () => {
    const team = await aTeam(client);
    await call(team, "PUT", "/retention", { keepMonths: 6 });
    const before = await untilOf(team);
    await call(team, "PUT", "/answers/scale", { round: 1, fields: { "y3.users": { value: 1, baseVersion: 0 } } }, team.bo);
    expect(await untilOf(team)).toEqual(before);
    await call(team, "POST", "/reveal", {});
    expect(await untilOf(team)).not.toEqual(before);
  });

  it("is deleted on its day and not before, comes back without a term, and is purged 30 days later if nobody wants it", async () => {
    const [team, other, kept] = [await aTeam(client), await aTeam(client), await aTeam(client)];
    for (const one of [team, other]) await call(one, "PUT", "/retention", { keepMonths: 6 });
    await daysLater(180);
    await tidy();
    expect((await call(team, "GET", "")).status).toBe(200);
    await daysLater(186);
    expect(await tidy()).toMatchObject({ ended: expect.any(Number) });
    expect([(await call(team, "GET", "")).status, (await call(kept, "GET", "")).status]).toEqual([404, 200]);
    expect(await sql("SELECT payload FROM audit_event WHERE chain = $1 ORDER BY seq DESC LIMIT 1", [team.id])).toEqual([
      { payload: '{"type":"worksheet_expired","months":6,"by":null}' },
    ]);
    expect(
      await sql("SELECT run_at::date - current_date AS days FROM job WHERE kind = 'purge' AND key LIKE $1", [`${other.id}:%`]),
    ).toEqual([{ days: 216 }]);
    expect((await call(team, "POST", "/restoration", {})).status).toBe(200);
    expect(await untilOf(team)).toBeNull();
    expect((await tidy()).ended).toBe(0);
    expect((await call(team, "GET", "")).status).toBe(200);
  });

  it("outlives its next review, and its sealed file and record go on verifying when it is gone", async () => {
    const team: Accepted = await anAcceptedDecision(client, "Which store for a while?");
    await call(team, "PUT", "/retention", { keepMonths: 6 });
    const sealed = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.facilitator);
    const record = await call(team, "GET", "/record.json");
    expect(sealed.headers.get("x-seal")).toBe("B-B");
    // The record is to be looked at in a year, and half a year later it ends.
    await daysLater(400);
    await tidy();
    expect((await call(team, "GET", "")).status).toBe(200);
    await daysLater(560);
    await tidy();
    expect((await call(team, "GET", "")).status).toBe(404);
    await sql("UPDATE job SET run_at = now() WHERE kind = 'purge' AND key LIKE $1", [`${team.id}:%`]);
    await sql("UPDATE worksheet SET deleted_at = deleted_at - interval '700 days' WHERE id = $1", [team.id]);
    await sql(
      `UPDATE job SET input = input || jsonb_build_object('deletedAt', to_char(w.deleted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
         state = 'queued' FROM worksheet w WHERE kind = 'purge' AND input->>'worksheetId' = w.id::text AND w.id = $1`,
      [team.id],
    );
    await vi.waitFor(async () => expect(await sql("SELECT 1 FROM worksheet WHERE id = $1", [team.id])).toEqual([]), 15_000);
    expect((await client.send("/verify", sealed.bytes, "application/pdf")).body.verdict).toBe("valid");
    expect((await client.send("/verify", Buffer.from(record.text), "application/json")).body.verdict).toBe("valid");
    expect(await sql("SELECT audit_verify($1) AS verdict", [team.id])).toEqual([{ verdict: "OK" }]);
  }, 60_000);
});

describe("what is over", () => {
  it("goes after 90 days: settled deliveries, finished jobs, replies, dead sessions; nothing that is still needed", async () => {
    const team = await aTeam(client);
    const hook = randomUUID();
    await sql(
      "INSERT INTO webhook (id, worksheet_id, url, events, secret, by_member_id, by_name) VALUES ($1, $2, 'https://x.example', '{}', '', $1, 'Ada')",
      [hook, team.id],
    );
    const old = "now() - interval '100 days'";
    const delivery = (event: string, columns: string, values: string) =>
      sql(
        `INSERT INTO delivery (id, webhook_id, event_id, event, body, created_at, ${columns}) VALUES (gen_random_uuid(), $1, gen_random_uuid(), $2, '{}', ${values})`,
        [hook, event],
      );
    await delivery("arrived", "delivered_at, last_at", `${old}, ${old}, ${old}`);
    await delivery("failed", "failed_at, last_at", `${old}, ${old}, ${old}`);
    await delivery("waiting", "last_at", `${old}, ${old}`);
    await delivery("sent again lately", "delivered_at, last_at", `${old}, ${old}, now()`);
    const job = (key: string, worksheetId: string | null, state: string, finishedAt: string) =>
      sql(
        `INSERT INTO job (id, kind, key, worksheet_id, input, state, created_at, finished_at) VALUES (gen_random_uuid(), 'webhook', $1, $2, '{}', $3, ${old}, ${finishedAt})`,
        [key, worksheetId, state],
      );
    await call(team, "PUT", "/archive", { archived: true });
    await job("old", null, "done", old);
    await job("old failure", null, "failed", old);
    await job("young", null, "done", "now()");
    await job("of a worksheet", team.id, "done", old);
    await sql(`INSERT INTO op (actor, op_id, fingerprint, reply, "at") VALUES ($1, $1, '', '{}', ${old})`, [hook]);
    await sql(`INSERT INTO session (id, id_hash, last_seen_at) VALUES ($1, '\\x01', ${old}), (gen_random_uuid(), '\\x02', now())`, [hook]);

    expect(await tidy()).toMatchObject({ deliveries: 2, jobs: 2, replies: 1, sessions: 1 });
    expect((await sql("SELECT event FROM delivery ORDER BY event")).map(({ event }) => event)).toEqual(["sent again lately", "waiting"]);
    expect((await sql("SELECT key FROM job WHERE kind = 'webhook' ORDER BY key")).map(({ key }) => key)).toEqual([
      "of a worksheet",
      "young",
    ]);
    // The team's own calls of a moment ago are still known.
    expect((await sql("SELECT count(*)::int AS n FROM op"))[0].n).toBeGreaterThan(0);
    expect(await tidy()).toMatchObject({ deliveries: 0, jobs: 0, replies: 0, sessions: 0 });
  });
});

import { spawn } from "node:child_process";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "../db/client";
import { JobRunner } from "../jobs/runner";
import { type Accepted, anAcceptedDecision } from "../testing/accepted";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, moveIn } from "../testing/space";
import { fireDue } from "./fire";
import { scheduleSweep, sweepJob } from "./sweep-job";

const database = freshDatabase();
const client = new ApiClient();
const runners: JobRunner[] = [];

let team: Accepted;
beforeAll(async () => {
  team = await anAcceptedDecision(client);
  const space = await aSpace(client);
  await moveIn(client, team, space);
});
beforeEach(() => database.admin().query("TRUNCATE job, firing, review"));
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop(0)));
});

const rows = async (sql: string, values: unknown[] = []) => (await database.admin().query(sql, values)).rows;
const start = () => runners.push(new JobRunner({ kinds: [sweepJob], pollMs: 50, leaseMs: 1_500 }));
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 30 });
const fire = (id = team.id) => db().$transaction((tx) => fireDue(tx, id));
const get = async (path: string) => (await client.call("GET", `/worksheets/${team.id}${path}`, undefined, { token: team.bo })).body;
const isDue = async () => ((await get("")).adr as { isDue: boolean }).isDue;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Time moves the decision and the days that follow from it into the past. */
async function aYearPasses(id = team.id): Promise<void> {
  await database.admin().query("UPDATE revision SET decided_at = decided_at - interval '1 year' WHERE worksheet_id = $1", [id]);
  await database.admin().query("UPDATE due_trigger SET due_on = due_on - interval '1 year' WHERE worksheet_id = $1", [id]);
}

describe("a review date", () => {
  it("is written down at the acceptance, and does nothing before its day", async () => {
    expect(await rows("SELECT kind, key, due_on > now() AS ahead FROM due_trigger WHERE worksheet_id = $1", [team.id])).toMatchObject([
      { kind: "date", ahead: true },
    ]);
    expect(await fire()).toEqual([]);
    expect(await isDue()).toBe(false);
  });

  it("fires once, is due everywhere until somebody looks, and again on the day that the look asked for", async () => {
    await aYearPasses();
    const [one, two] = await Promise.all([fire(), fire()]);
    expect(one.length + two.length).toBe(1);
    expect(await fire()).toEqual([]);
    expect(await isDue()).toBe(true);
    expect((await get("/reviews")).due).toMatchObject([{ kind: "date", dueOn: inDays(0) }]);
    expect(await rows("SELECT due_since IS NOT NULL AS due, review_on <= now() AS missed FROM log_entry")).toEqual([
      { due: true, missed: true },
    ]);
    expect(await rows("SELECT count(*)::int AS n FROM audit_event WHERE payload LIKE '%trigger_fired%'")).toEqual([{ n: 1 }]);

    const look = { opId: op(), on: inDays(0), actuals: [], outcome: "still_right", lookAgainOn: inDays(90) };
    expect((await client.call("POST", `/worksheets/${team.id}/reviews`, look, { token: team.bo })).status).toBe(201);
    expect(await isDue()).toBe(false);
    expect((await get("/reviews")).due).toEqual([]);
    expect(await rows("SELECT due_since, review_on::text AS day FROM log_entry")).toEqual([{ due_since: null, day: inDays(90) }]);
    await database.admin().query("UPDATE due_trigger SET due_on = current_date WHERE key = $1", [`date:${inDays(90)}`]);
    expect(await fire()).toHaveLength(1);
    expect(await isDue()).toBe(true);
  });

  it("is silent once the decision is deprecated", async () => {
    const set = (status: string) =>
      client.call("PUT", `/worksheets/${team.id}/status`, { opId: op(), status, reason: "Gone" }, { token: team.facilitator });
    expect((await set("deprecated")).status).toBe(200);
    expect(await fire()).toEqual([]);
    expect(await isDue()).toBe(false);
    await set("accepted");
    expect(await fire()).not.toEqual([]);
  });
});

describe("the sweep", () => {
  it("writes down what older records wait for, and fires it", async () => {
    await database.admin().query("DELETE FROM due_trigger");
    await scheduleSweep();
    await scheduleSweep();
    start();
    start();
    await until(async () => expect(await isDue()).toBe(true));
    expect(await rows("SELECT count(*)::int AS n FROM firing")).toEqual([{ n: 1 }]);
    await until(async () => expect(await rows("SELECT state FROM job ORDER BY run_at")).toEqual([{ state: "done" }, { state: "queued" }]));
  });

  it("fires each exactly once when its process is killed in the middle and another takes over", async () => {
    const many = 12;
    await database.admin().query(
      `INSERT INTO due_trigger (id, worksheet_id, n, key, kind, text, due_on)
       SELECT gen_random_uuid(), $1, 1, 'date:' || i, 'date', '', current_date - i FROM generate_series(1, $2::int) i`,
      [team.id, many - 1],
    );
    await scheduleSweep();
    const child = spawn(process.execPath, ["--import", "./register.mjs", "lib/server/testing/sweep-victim.ts"], {
      env: { ...process.env, VICTIM_STEP: "fired" },
      stdio: "inherit",
    });
    const ended = new Promise<string | null>((done) => child.once("exit", (_code, signal) => done(signal)));
    expect(await ended).toBe("SIGKILL");
    expect(await rows("SELECT count(*)::int AS n FROM firing")).toEqual([{ n: many }]);
    expect(await rows("SELECT state FROM job WHERE kind = 'triggers'")).toEqual([{ state: "running" }]);
    const told = await rows("SELECT count(*)::int AS n FROM audit_event WHERE payload LIKE '%trigger_fired%'");
    start();
    start();
    await until(async () =>
      expect(await rows("SELECT state FROM job WHERE kind = 'triggers' ORDER BY run_at")).toEqual([{ state: "done" }, { state: "queued" }]),
    );
    expect(await rows("SELECT count(*)::int AS n FROM firing")).toEqual([{ n: many }]);
    expect(await rows("SELECT count(*)::int AS n FROM audit_event WHERE payload LIKE '%trigger_fired%'")).toEqual(told);
  });
});

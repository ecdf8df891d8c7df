import { spawn } from "node:child_process";
import { Client } from "pg";
import { describe, expect, it, vi } from "vitest";
import { op, type Team } from "../testing/client";
import { crossActs, expectDecided } from "../testing/crossing-acts";
import { freshDatabase } from "../testing/database";
import { aDecision, approve, approver, aWrittenDecision, client, freeze, put, viewOf } from "../testing/decision";

const database = freshDatabase();

const rowsOf = async (team: Team, sql: string) => (await database.admin().query(sql, [team.id])).rows;

const expectConsistent = (team: Team) => expectDecided(database.admin(), team);

describe("twenty sign-offs at the same moment", () => {
  it("of one revision are one acceptance with twenty approvals", { timeout: 120_000 }, async () => {
    const team = await aWrittenDecision();
    const tokens: string[] = [];
    for (let i = 0; i < 20; i++) tokens.push(await approver(team, `Approver ${i}`));
    const { sha256 } = (await freeze(team)).body;
    const started = performance.now();
    const replies = await Promise.all(tokens.map((token) => approve(team, token, { sha256 })));
    const took = performance.now() - started;
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    expect((await viewOf(team)).adr).toEqual({ number: 1, status: "accepted", isDue: false });
    expect(await rowsOf(team, "SELECT count(*)::int AS n FROM approval WHERE worksheet_id = $1")).toEqual([{ n: 20 }]);
    expect(await rowsOf(team, "SELECT count(*)::int AS n FROM job WHERE worksheet_id = $1 AND kind = 'seal'")).toEqual([{ n: 2 }]);
    await expectConsistent(team);
    process.stdout.write(`20 parallel approvals of one revision: ${Math.round(took)} ms\n`);
  });

  it("of twenty worksheets are twenty acceptances", { timeout: 120_000 }, async () => {
    const teams = [];
    for (let i = 0; i < 20; i++) {
      const team = await aWrittenDecision();
      const token = await approver(team, "Dee");
      teams.push({ team, token, sha256: (await freeze(team)).body.sha256 });
    }
    const started = performance.now();
    await Promise.all(teams.map(({ team, token, sha256 }) => approve(team, token, { sha256 })));
    process.stdout.write(`20 parallel sign-offs of 20 worksheets: ${Math.round(performance.now() - started)} ms\n`);
    for (const { team } of teams) {
      expect((await viewOf(team)).adr).toEqual({ number: 1, status: "accepted", isDue: false });
      await expectConsistent(team);
    }
  });
});

describe("acts on one revision that cross each other", () => {
  it("never bind an approval to a text it did not hash, nor accept without the yeses", { timeout: 180_000 }, async () => {
    const team = await aDecision();
    await put(team, "sign-off/rule", { required: null, inOrder: false, deadline: null });
    await crossActs(team, { rounds: 25, seed: "crossing", check: () => expectConsistent(team) });
  });

  it("keep the rule true when a yes and a change of mind commit at once", { timeout: 60_000 }, async () => {
    for (let round = 0; round < 10; round++) {
      const team = await aDecision();
      const { sha256 } = (await freeze(team)).body;
      await approve(team, team.dee, { sha256 });
      const [mind, yes] = await Promise.all([
        approve(team, team.dee, { sha256, verdict: "decline", comment: "Wait." }),
        approve(team, team.eli, { sha256 }),
      ]);
      expect(yes?.status).toBe(200);
      expect((await viewOf(team)).adr).toMatchObject({ status: mind?.status === 200 ? "rejected" : "accepted" });
      await expectConsistent(team);
    }
  });
});

describe("an app that is killed in the middle of an approval", () => {
  it("leaves nothing half done, and the same operation finishes it once", { timeout: 60_000 }, async () => {
    const team = await aDecision();
    const { sha256 } = (await freeze(team)).body;
    await approve(team, team.dee, { sha256 });
    // Held before the audit event, after the approval and the acceptance were written: everything stands, nothing is committed.
    const blocker = new Client({ connectionString: process.env.DATABASE_URL });
    await blocker.connect();
    await blocker.query("BEGIN");
    await blocker.query("SELECT pg_advisory_xact_lock(hashtextextended('audit:' || $1, 0))", [team.id]);
    const body = { opId: op(), verdict: "approve", typedName: "Eli", sha256 };
    const script = `const { ApiClient } = await import("./lib/server/testing/client.ts");
      await new ApiClient().call("PUT", "/worksheets/${team.id}/revisions/1/approvals", ${JSON.stringify(body)}, { token: "${team.eli}" });`;
    const child = spawn(process.execPath, ["--import", "./register.mjs", "--input-type=module", "-e", script], {
      stdio: "inherit",
      env: process.env,
    });
    const ended = new Promise((done) => child.once("exit", (_code, signal) => done(signal)));
    await vi.waitFor(
      async () => {
        const waiting = await database
          .admin()
          .query("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = current_database()");
        expect(waiting.rowCount).toBe(1);
      },
      { timeout: 30_000, interval: 50 },
    );
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    await blocker.query("ROLLBACK");
    await blocker.end();
    expect((await viewOf(team)).adr).toEqual({ number: null, status: "proposed", isDue: false });
    await expectConsistent(team);
    const again = () => client.call("PUT", `/worksheets/${team.id}/revisions/1/approvals`, body, { token: team.eli });
    const first = await again();
    // As if the app had died after the commit and before the reply: the same operation gives the same reply.
    expect([first.status, (await again()).body]).toEqual([200, first.body]);
    expect((await viewOf(team)).adr).toEqual({ number: 1, status: "accepted", isDue: false });
    expect(await rowsOf(team, "SELECT count(*)::int AS n FROM approval WHERE worksheet_id = $1")).toEqual([{ n: 2 }]);
    await expectConsistent(team);
  });
});

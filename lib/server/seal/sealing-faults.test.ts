import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, it, vi } from "vitest";
import type { JobRunner } from "../jobs/runner";
import { type Accepted, anAcceptedDecision, runJobs } from "../testing/accepted";
import { ApiClient, op } from "../testing/client";
import { expectDecided } from "../testing/crossing-acts";
import { freshDatabase } from "../testing/database";
import { aDecision, approve, approver, aWrittenDecision, freeze, viewOf } from "../testing/decision";
import { sealJob } from "./seal-job";

const database = freshDatabase();
const client = new ApiClient();
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 25 });
const rowsOf = async (sql: string, ...values: unknown[]) => (await database.admin().query(sql, values)).rows;

/** A process that seals; killed by the test once it stands where the test wants it. */
function victim(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "./register.mjs", "lib/server/testing/seal-victim.ts"], {
    env: { ...process.env, ...settings },
    stdio: "inherit",
  });
  const ended = new Promise((done) => child.once("exit", (_code, signal) => done(signal)));
  return {
    kill: async () => {
      child.kill("SIGKILL");
      expect(await ended).toBe("SIGKILL");
    },
  };
}

/** Holds a lock that the victim will run into, until it is let go. */
async function hold(sql: string, ...values: unknown[]) {
  const blocker = new Client({ connectionString: database.adminUrl() });
  await blocker.connect();
  await blocker.query("BEGIN");
  await blocker.query(sql, values);
  const { rows } = await blocker.query("SELECT pg_backend_pid() AS pid");
  return {
    hasCaught: () =>
      until(async () =>
        expect(await rowsOf("SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))", rows[0].pid)).not.toEqual([]),
      ),
    letGo: () => blocker.end(),
  };
}

/** Another process takes the work up; afterwards there is one sealed file per paper, both valid, and nothing is left over. */
async function expectSealedOnce(team: Accepted) {
  const started = performance.now();
  const runner = runJobs([sealJob]);
  await until(async () => {
    const { seals } = (await client.call("GET", `/worksheets/${team.id}/seals`, undefined, { token: team.bo })).body;
    expect((seals as { state: string }[]).map(({ state }) => state)).toEqual(["sealed", "sealed"]);
  });
  await runner.stop(0);
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(await rowsOf("SELECT paper FROM seal WHERE worksheet_id = $1 ORDER BY paper", team.id)).toEqual([
    { paper: "A4" },
    { paper: "LETTER" },
  ]);
  const jobs = await rowsOf("SELECT DISTINCT state FROM job WHERE worksheet_id = $1 AND kind = 'seal'", team.id);
  expect(jobs).toEqual([{ state: "done" }]);
  for (const size of ["a4", "letter"]) {
    const file = await client.bytes(`/worksheets/${team.id}/adr.pdf?size=${size}`, team.bo);
    expect((await client.send("/verify", file.bytes, "application/pdf")).body.verdict).toBe("valid");
  }
  await expectDecided(database.admin(), team);
}

// First, while no other seal takes up the small disk.
describe("FT-18: the disk is full while a seal is stored", () => {
  it("is named and tried again, leaves no half document, and goes on by itself once there is room", async () => {
    const folder = mkdtempSync(join(tmpdir(), "shortlist-full-"));
    chmodSync(folder, 0o755);
    const place = join(folder, "small");
    mkdirSync(place);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=192k", "tmpfs", place]);
    expect(String(mounted.stderr), "Mounting a small disk needs root.").toBe("");
    try {
      const [server] = await rowsOf("SELECT current_setting('data_directory') AS data");
      const { uid, gid } = statSync(server?.data);
      chownSync(place, uid, gid);
      await database.admin().query(`CREATE TABLESPACE small LOCATION '${place}'`);
      await database.admin().query("ALTER TABLE seal SET TABLESPACE small");
      const team = await anAcceptedDecision(client);
      const runner = runJobs([sealJob]);
      const sealsOf = async () => (await client.call("GET", `/worksheets/${team.id}/seals`, undefined, { token: team.bo })).body.seals;
      const full = { state: "sealing", error: "disk_full" };
      await until(async () => expect(await sealsOf()).toMatchObject([full, full]));
      await runner.stop(5_000);
      expect(await rowsOf("SELECT paper FROM seal WHERE worksheet_id = $1", team.id)).toEqual([]);
      expect((await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo)).status).toBe(503);
      expect((await client.bytes(`/worksheets/${team.id}/adr.md`, team.bo)).status).toBe(200);
      spawnSync("mount", ["-o", "remount,size=64m", place]);
      await database.admin().query("UPDATE job SET run_at = now() WHERE worksheet_id = $1 AND state = 'queued'", [team.id]);
      await expectSealedOnce(team);
    } finally {
      await database.admin().query("ALTER TABLE seal SET TABLESPACE pg_default");
      await database.admin().query("DROP TABLESPACE small");
      spawnSync("umount", [place]);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("FT-20: an app that is killed at a step of the sign-off", () => {
  it("while it freezes leaves no revision, and the same operation freezes once", async () => {
    const team = await aDecision();
    const lock = await hold("SELECT pg_advisory_xact_lock(hashtextextended('audit:' || $1, 0))", team.id);
    const body = { opId: op() };
    const child = spawn(process.execPath, ["--import", "./register.mjs", "lib/server/testing/api-process.ts"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [port] = await once(child.stdout, "data");
    const sent = fetch(`http://127.0.0.1:${String(port).trim()}/api/v1/worksheets/${team.id}/revisions`, {
      method: "POST",
      headers: { authorization: `Bearer ${team.facilitator}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    await lock.hasCaught();
    child.kill("SIGKILL");
    await expect(sent).rejects.toThrow();
    await lock.letGo();
    await until(async () => expect((await viewOf(team)).revisions).toEqual([]));
    const again = () => client.call("POST", `/worksheets/${team.id}/revisions`, body, { token: team.facilitator });
    const first = await again();
    expect([first.status, (await again()).body]).toEqual([201, first.body]);
    await expectDecided(database.admin(), team);
  });

  it("while it makes the PDF", async () => {
    const team = await anAcceptedDecision(client);
    const child = victim();
    await until(async () =>
      expect(await rowsOf("SELECT 1 FROM job WHERE worksheet_id = $1 AND state = 'running'", team.id)).not.toEqual([]),
    );
    await child.kill();
    await expectSealedOnce(team);
  });

  it("while it signs the finished PDF, waiting for a timestamp", async () => {
    const team = await anAcceptedDecision(client);
    let asked = 0;
    const server = createServer(() => {
      asked += 1;
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const child = victim({ TSA_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    await until(async () => expect(asked).toBeGreaterThan(0));
    await child.kill();
    server.closeAllConnections();
    server.close();
    await expectSealedOnce(team);
  });

  it("when the seal is made and not stored", async () => {
    const team = await anAcceptedDecision(client);
    const lock = await hold("SELECT 1 FROM worksheet WHERE id = $1 FOR UPDATE", team.id);
    const child = victim();
    await lock.hasCaught();
    await child.kill();
    await lock.letGo();
    await expectSealedOnce(team);
  });

  it("when the seal is stored and not committed", async () => {
    const team = await anAcceptedDecision(client);
    const lock = await hold("LOCK TABLE seal IN SHARE ROW EXCLUSIVE MODE");
    const child = victim();
    await lock.hasCaught();
    await child.kill();
    await lock.letGo();
    await expectSealedOnce(team);
  });

  it("ten times at moments that chance chooses", async () => {
    const team = await anAcceptedDecision(client);
    for (let kill = 0; kill < 10; kill++) {
      await database
        .admin()
        .query("UPDATE job SET attempts = 0, lease_until = now() WHERE worksheet_id = $1 AND state = 'running'", [team.id]);
      const child = victim();
      await new Promise((done) => setTimeout(done, 1_000 + 350 * kill));
      await child.kill();
    }
    await expectSealedOnce(team);
  });
});

describe("FT-19: twenty decisions accepted at the same moment", () => {
  it("become forty sealed files, each its own, and each verifies", async () => {
    const asked: { team: Awaited<ReturnType<typeof aWrittenDecision>>; token: string; sha256: unknown }[] = [];
    for (let n = 0; n < 20; n++) {
      const team = await aWrittenDecision();
      const token = await approver(team, "Dee");
      asked.push({ team, token, sha256: (await freeze(team)).body.sha256 });
    }
    const runners: JobRunner[] = [runJobs([sealJob]), runJobs([sealJob])];
    const ids = asked.map(({ team }) => team.id);
    await Promise.all(asked.map(({ team, token, sha256 }) => approve(team, token, { sha256 })));
    const made = async () =>
      expect(await rowsOf("SELECT count(*)::int AS n FROM seal WHERE worksheet_id = ANY($1)", ids)).toEqual([{ n: 40 }]);
    await vi.waitFor(made, { timeout: 600_000, interval: 250 });
    await Promise.all(runners.map((runner) => runner.stop(0)));
    expect(await rowsOf("SELECT count(DISTINCT sha256)::int AS n FROM seal WHERE worksheet_id = ANY($1)", ids)).toEqual([{ n: 40 }]);
    for (const { team } of asked) {
      const file = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
      expect((await client.send("/verify", file.bytes, "application/pdf")).body.verdict).toBe("valid");
      await expectDecided(database.admin(), team);
    }
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { env } from "../env";
import type { JobRunner } from "../jobs/runner";
import { type Accepted, anAcceptedDecision, freezeAndApprove, runJobs, writeSection } from "../testing/accepted";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aTimestampServer } from "../testing/timestamp-server";
import { CHECKPOINT_FILE } from "./checkpoints";
import { sealJob, stampJob } from "./seal-job";

const database = freshDatabase();
const client = new ApiClient();
// A thread that starts cold and two papers a seal, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });
const runners: JobRunner[] = [];

beforeAll(async () => {
  // The first decision of a worksheet warms the thread, so that what follows is about the case at hand.
  await sealed(await anAcceptedDecision(client));
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop(0)));
});

const run = () => void runners.push(runJobs([sealJob]));
const sealsOf = async (team: Accepted) =>
  (await client.call("GET", `/worksheets/${team.id}/seals`, undefined, { token: team.bo })).body.seals as {
    revision: number;
    state: string;
    error: string | null;
  }[];
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 50_000, interval: 200 });

async function sealed(team: Accepted) {
  run();
  await until(async () => expect((await sealsOf(team)).every(({ state }) => state === "sealed")).toBe(true));
}

async function failsWith(team: Accepted, error: string) {
  run();
  await until(async () => expect((await sealsOf(team)).map((seal) => seal.error)).toEqual([error, error]));
}

/** Forgets the key of this process, as a restart does. */
function forgetKey() {
  delete (globalThis as { __shortlistSealKey?: unknown }).__shortlistSealKey;
}

describe("sealing that cannot be done", () => {
  it("is named when the secret is another one, leaves nothing half, and works again at somebody's wish", async () => {
    const team = await anAcceptedDecision(client);
    const secret = env().APP_SECRET;
    env().APP_SECRET = "another secret, which opens nothing";
    forgetKey();
    await failsWith(team, "wrong_secret");
    expect((await sealsOf(team)).map(({ state }) => state)).toEqual(["failed", "failed"]);
    expect((await database.admin().query("SELECT 1 FROM seal WHERE worksheet_id = $1", [team.id])).rowCount).toBe(0);
    const refused = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
    expect(refused.status).toBe(503);
    if (secret !== undefined) env().APP_SECRET = secret;
    forgetKey();
    const again = `/worksheets/${team.id}/revisions/1/seal`;
    expect((await client.call("POST", again, { opId: op() }, { token: team.bo })).status).toBe(403);
    expect((await client.call("POST", again, { opId: op() }, { token: team.facilitator })).status).toBe(200);
    await until(async () => expect((await sealsOf(team)).map(({ state }) => state)).toEqual(["sealed", "sealed"]));
    expect((await client.call("POST", again, { opId: op() }, { token: team.facilitator })).status).toBe(409);
  });

  it("is named when the disk is full, is tried again, and a signed head is never lost on the way", async () => {
    if (!existsSync("/dev/full")) return;
    const team = await anAcceptedDecision(client);
    const [folder, before] = [mkdtempSync(join(tmpdir(), "shortlist-full-")), env().DATA_DIR];
    const file = join(folder, CHECKPOINT_FILE);
    symlinkSync("/dev/full", file);
    env().DATA_DIR = folder;
    await failsWith(team, "disk_full");
    expect(await sealsOf(team)).toMatchObject(Array(2).fill({ state: "sealing", nextAttemptAt: expect.any(String) }));
    const half =
      "SELECT (SELECT count(*) FROM seal WHERE worksheet_id = $1) + (SELECT count(*) FROM audit_checkpoint WHERE chain = $1) AS n";
    expect((await database.admin().query(half, [team.id])).rows).toEqual([{ n: "0" }]);
    rmSync(file);
    await database.admin().query("UPDATE job SET run_at = now() WHERE worksheet_id = $1", [team.id]);
    await until(async () => expect((await sealsOf(team)).map(({ state }) => state)).toEqual(["sealed", "sealed"]));
    expect(readFileSync(file, "utf8")).toContain(team.id);
    env().DATA_DIR = before;
    rmSync(folder, { recursive: true });
  });

  it("is named when the clock is behind the decision", async () => {
    const team = await anAcceptedDecision(client);
    await database.admin().query("UPDATE revision SET decided_at = now() + interval '10 days' WHERE worksheet_id = $1", [team.id]);
    await failsWith(team, "clock_behind_decision");
  });

  it("is named when the history below a signed head was changed", async () => {
    const team = await anAcceptedDecision(client);
    await sealed(team);
    await database.admin().query("ALTER TABLE audit_event DISABLE TRIGGER ALL");
    await database.admin().query("UPDATE audit_event SET hash = repeat('a', 64) WHERE chain = $1", [team.id]);
    await database.admin().query("DELETE FROM seal WHERE worksheet_id = $1", [team.id]);
    await database.admin().query("UPDATE job SET state = 'queued', attempts = 0, finished_at = NULL WHERE worksheet_id = $1", [team.id]);
    await failsWith(team, "audit_forked");
  });
});

describe("a timestamp server that is down while a decision is sealed", () => {
  it("costs the timestamp and not the seal, and the file is stamped once it answers; copies of the first stay valid", async () => {
    const [bad, good] = [await aTimestampServer("broken"), await aTimestampServer("good")];
    if (bad === null || good === null) return;
    env().TSA_URL = bad.url;
    const team = await anAcceptedDecision(client);
    await sealed(team);
    const levels = "SELECT DISTINCT level FROM seal WHERE worksheet_id = $1";
    expect((await database.admin().query(levels, [team.id])).rows).toEqual([{ level: "B-B" }]);
    const first = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
    env().TSA_URL = good.url;
    runners.push(runJobs([stampJob]));
    await until(async () => expect((await database.admin().query(levels, [team.id])).rows).toEqual([{ level: "B-T" }]));
    env().TSA_URL = undefined;
    bad.close();
    good.close();
    const second = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
    for (const { bytes } of [first, second]) expect((await client.send("/verify", bytes, "application/pdf")).body.verdict).toBe("valid");
  });
});

describe("a decision that was changed and accepted again", () => {
  it("has a second file, in which the first approvals no longer count, and the first is superseded", async () => {
    const team = await anAcceptedDecision(client);
    await sealed(team);
    const first = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
    await client.call("POST", `/worksheets/${team.id}/revisions/1/withdrawal`, { opId: op() }, { token: team.facilitator });
    expect((await client.send("/verify", first.bytes, "application/pdf")).body.verdict).toBe("valid-superseded");
    await writeSection(client, team, { section: "why", text: "We measured it.", baseVersion: 1 });
    await freezeAndApprove(client, team, 2);
    await until(async () => expect((await sealsOf(team)).map(({ state }) => state)).toEqual(Array(4).fill("sealed")));
    const second = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
    const verdict = await client.send("/verify", second.bytes, "application/pdf");
    expect(verdict.body.verdict).toBe("valid");
    expect(verdict.text).toContain("2 approvals of this record; 2 of earlier texts do not count.");
    const old = await client.bytes(`/worksheets/${team.id}/adr.pdf?revision=1`, team.bo);
    expect(Buffer.from(old.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });
});

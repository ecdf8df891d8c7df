import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { findRunning } from "@/lib/server/backup/reach-database";
import { HttpClient } from "./http-client";
import { type Running, startBareServer } from "./processes";
import { atLeast, plain, type Row } from "./row";
import { quantile } from "./samples";

const WORKSHEETS = 4;
const MEMBERS_EACH = 4;
const ROUNDS = 3;
const SECONDS = 5;
const WARM_SECONDS = 3;
const FIELDS = ["y3.writes_s", "y3.reads_s", "y1.users", "now.data_gb"];

/** Sends one save of a member; the same request for both servers, so that the client costs both the same. */
type Save = () => Promise<void>;
type Load = { saved: number; seconds: number; latencies: number[] };

/** Saves through the whole app against saves through the bare server, in turns on the same PostgreSQL. */
export async function measureSaves(app: Running, dataDir: string): Promise<Row[]> {
  const bare = await startBareServer(await benchDatabase(dataDir));
  const clients = [new HttpClient(app.port, WORKSHEETS * MEMBERS_EACH), new HttpClient(bare.port, WORKSHEETS * MEMBERS_EACH)] as const;
  try {
    const members = await joinAll(clients[0]);
    const viaApp = members.map((member) => saver({ client: clients[0], ...member }));
    const viaBare = members.map((member) => saver({ client: clients[1], ...member }));
    await run(viaBare, WARM_SECONDS);
    await run(viaApp, WARM_SECONDS);
    const loads = { app: empty(), bare: empty() };
    for (let round = 0; round < ROUNDS; round++) {
      add(loads.bare, await run(viaBare, SECONDS));
      add(loads.app, await run(viaApp, SECONDS));
    }
    const [perSecond, barePerSecond] = [loads.app.saved / loads.app.seconds, loads.bare.saved / loads.bare.seconds];
    return [
      plain("Answers saved per second, whole app", perSecond, "/s"),
      plain("Single-row upserts per second, bare Node and pg", barePerSecond, "/s"),
      atLeast("Ratio of the two", { value: perSecond / barePerSecond, unit: "", limit: 0.2 }),
      plain("A save under that load, p50", quantile(loads.app.latencies, 0.5), "ms"),
      plain("A save under that load, p95", quantile(loads.app.latencies, 0.95), "ms"),
      plain("A bare upsert under that load, p95", quantile(loads.bare.latencies, 0.95), "ms"),
    ];
  } finally {
    for (const client of clients) client.close();
    await bare.stop();
  }
}

async function benchDatabase(dataDir: string): Promise<string> {
  const running = findRunning(dataDir);
  if (running === null) throw new Error("The app's PostgreSQL does not run.");
  const client = new Client({ connectionString: running.adminUrl });
  await client.connect();
  await client.query("CREATE DATABASE bench");
  await client.end();
  return running.adminUrl.replace(/shortlist$/u, "bench");
}

async function joinAll(client: HttpClient): Promise<{ id: string; token: string }[]> {
  const members: { id: string; token: string }[] = [];
  for (let n = 0; n < WORKSHEETS; n++) {
    const body = { title: `Which store, ${n}?`, yourName: "Ada" };
    const created = await client.json<{ id: string; links: { member: string }; memberToken: string }>({
      method: "POST",
      path: "/api/v1/worksheets",
      body,
    });
    members.push({ id: created.id, token: created.memberToken });
    const headers = { authorization: `Bearer ${created.links.member.split("#")[1]}` };
    for (const name of ["Bo", "Cy", "Dee"].slice(0, MEMBERS_EACH - 1)) {
      const path = `/api/v1/worksheets/${created.id}/members`;
      const joined = await client.json<{ memberToken: string }>({ method: "POST", path, headers, body: { name } });
      members.push({ id: created.id, token: joined.memberToken });
    }
  }
  return members;
}

function saver({ client, id, token }: { client: HttpClient; id: string; token: string }): Save {
  const path = `/api/v1/worksheets/${id}/answers/scale`;
  const headers = { authorization: `Bearer ${token}` };
  let step = 0;
  return async () => {
    const field = FIELDS[step % FIELDS.length] ?? "";
    const answer = { value: step, baseVersion: Math.floor(step / FIELDS.length), basis: "measured", reason: "Counted in the access log" };
    step++;
    await client.json({ method: "PUT", path, headers, body: { opId: randomUUID(), round: 1, fields: { [field]: answer } } });
  };
}

async function run(savers: Save[], seconds: number): Promise<Load> {
  const latencies: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    savers.map(async (save) => {
      while (performance.now() < end) {
        const before = performance.now();
        await save();
        latencies.push(performance.now() - before);
      }
    }),
  );
  return { saved: latencies.length, seconds: (performance.now() - started) / 1000, latencies };
}

const empty = (): Load => ({ saved: 0, seconds: 0, latencies: [] });

function add(sum: Load, load: Load) {
  sum.saved += load.saved;
  sum.seconds += load.seconds;
  for (const latency of load.latencies) sum.latencies.push(latency);
}

import { randomUUID } from "node:crypto";
import { residentMb } from "@/e2e/faults/memory";
import { HttpClient } from "./http-client";
import { LeanConnection } from "./lean-connection";
import type { Running } from "./processes";
import { atMost, plain, type Row } from "./row";
import { quantile } from "./samples";
import { openStream } from "./streams";

type Person = { worksheet: string; token: string };
type Team = { worksheet: string; people: Person[] };
type Save = { worksheet: string; seq: number; sentAt: number; tookMs: number };

const CROWD = 200;
const SMALL_TEAMS = 50;
const SMALL_SIZE = 4;
const SECONDS = 60;
const THINK_MS = { from: 100, to: 250 };
const IDLE_STREAMS = 500;
const GROWTH = [10, 50, 100, 200];
const FIELDS = ["y3.writes_s", "y3.reads_s", "y1.users", "now.data_gb"];

/**
 * One worksheet with 200 members and fifty with four, all writing visible answers and all with an open stream: what a save
 * takes, how long until another open screen hears of it, and what is left in memory afterwards.
 */
export async function measureLoad(app: Running): Promise<Row[]> {
  const client = new HttpClient(app.port);
  try {
    const growth = await measureGrowth(client, app.port);
    const teams = [await makeTeam(client, CROWD)];
    while (teams.length <= SMALL_TEAMS) teams.push(await makeTeam(client, SMALL_SIZE));
    await write(app.port, { teams, seconds: 3 });
    await pause(5_000);
    const before = residentMb(app.pid);
    const heard = new Map<string, { seq: number; at: number }[]>();
    const streams = teams.flatMap((team) => team.people.map((person, index) => listen({ app, person, into: index === 0 ? heard : null })));
    await Promise.all(streams.map(({ opened }) => opened));
    const saves = await write(app.port, { teams, seconds: SECONDS });
    await pause(1_000);
    for (const stream of streams) stream.close();
    await pause(20_000);
    const after = residentMb(app.pid);
    const took = saves.map(({ tookMs }) => tookMs);
    const events = eventDelays(saves, heard);
    return [
      ...growth,
      plain("Saves per second, 400 members writing with a pause of 0.1 to 0.25 s", saves.length / SECONDS, "/s"),
      plain("A save under that load, p50", quantile(took, 0.5), "ms"),
      atMost("A save under that load, p99", { value: quantile(took, 0.99), unit: "ms", limit: 250 }),
      atMost("From a save to another open screen, p50", { value: quantile(events, 0.5), unit: "ms", limit: 60 }),
      atMost("From a save to another open screen, p99", { value: quantile(events, 0.99), unit: "ms", limit: 1_000 }),
      atMost("Memory after the load and 20 s of quiet, as a share of before", { value: after / before, unit: "", limit: 1.1 }),
      ...(await measureIdleStreams(app, teams)),
    ];
  } finally {
    client.close();
  }
}

async function measureIdleStreams(app: Running, teams: readonly Team[]): Promise<Row[]> {
  const people = teams.flatMap((team) => team.people);
  const before = residentMb(app.pid);
  const streams = Array.from({ length: IDLE_STREAMS }, (_, n) => listen({ app, person: people[n % people.length] as Person, into: null }));
  await Promise.all(streams.map(({ opened }) => opened));
  await pause(3_000);
  const extra = residentMb(app.pid) - before;
  for (const stream of streams) stream.close();
  return [atMost(`Memory of ${IDLE_STREAMS} idle streams`, { value: Math.max(0, extra), unit: "MB", limit: 150 })];
}

/** What a save takes when 10 to 200 members of one worksheet write at once. */
async function measureGrowth(client: HttpClient, port: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of GROWTH) {
    const team = await makeTeam(client, size);
    const saves = await write(port, { teams: [team], seconds: 5 });
    const p50 = quantile(
      saves.map(({ tookMs }) => tookMs),
      0.5,
    );
    rows.push(plain(`A save, ${size} members of one worksheet writing, p50`, p50, "ms"));
  }
  return rows;
}

function listen({ app, person, into }: { app: Running; person: Person; into: Map<string, { seq: number; at: number }[]> | null }) {
  const heard: { seq: number; at: number }[] = [];
  into?.set(person.worksheet, heard);
  return openStream({ port: app.port, ...person, ...(into ? { onChange: (seq, at) => heard.push({ seq, at }) } : {}) });
}

/** For every save the time until the listening screen heard of its seq or a later one. */
function eventDelays(saves: readonly Save[], heard: ReadonlyMap<string, { seq: number; at: number }[]>): number[] {
  return saves.flatMap(({ worksheet, seq, sentAt }) => {
    const event = firstAtLeast(heard.get(worksheet) ?? [], seq);
    return event === null ? [] : [Math.max(0, event.at - sentAt)];
  });
}

/** Events arrive with a growing seq, so the first that covers a save is found by halving. */
function firstAtLeast(events: readonly { seq: number; at: number }[], seq: number) {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.seq ?? 0) >= seq) high = middle;
    else low = middle + 1;
  }
  return events[low] ?? null;
}

async function write(port: number, { teams, seconds }: { teams: readonly Team[]; seconds: number }): Promise<Save[]> {
  const saves: Save[] = [];
  const end = performance.now() + seconds * 1000;
  const people = teams.flatMap((team) => team.people);
  await Promise.all(people.map((person) => writeAlone({ port, person, end, saves })));
  return saves;
}

const versions = new Map<string, number>();

async function writeAlone({ port, person, end, saves }: { port: number; person: Person; end: number; saves: Save[] }) {
  const { token, worksheet } = person;
  const connection = new LeanConnection(port);
  const path = `/api/v1/worksheets/${worksheet}/answers/scale`;
  for (let step = 0; performance.now() < end; step++) {
    const field = FIELDS[step % FIELDS.length] ?? "";
    const key = `${token} ${field}`;
    const baseVersion = versions.get(key) ?? 0;
    const body = { opId: randomUUID(), round: 2, fields: { [field]: { value: step, baseVersion, basis: "measured" } } };
    const sentAt = performance.now();
    const reply = await connection.send({ method: "PUT", path, token, body });
    if (reply.status !== 200) throw new Error(`A save answered ${reply.status}: ${reply.body.slice(0, 300)}`);
    const { seq } = JSON.parse(reply.body) as { seq: number };
    saves.push({ worksheet, seq, sentAt, tookMs: performance.now() - sentAt });
    versions.set(key, baseVersion + 1);
    await pause(THINK_MS.from + Math.random() * (THINK_MS.to - THINK_MS.from));
  }
  connection.close();
}

/** A worksheet whose answers are revealed, so that every save is news for everybody. */
async function makeTeam(client: HttpClient, size: number): Promise<Team> {
  const created = await client.json<{ id: string; links: { member: string }; memberToken: string }>({
    method: "POST",
    path: "/api/v1/worksheets",
    body: { title: "Which store under load?", yourName: "Ada" },
  });
  const people: Person[] = [{ worksheet: created.id, token: created.memberToken }];
  const headers = { authorization: `Bearer ${created.links.member.split("#")[1]}` };
  for (let n = 1; n < size; n++) {
    const path = `/api/v1/worksheets/${created.id}/members`;
    const { memberToken } = await client.json<{ memberToken: string }>({ method: "POST", path, headers, body: { name: `Member ${n}` } });
    people.push({ worksheet: created.id, token: memberToken });
  }
  await client.json({
    method: "POST",
    path: `/api/v1/worksheets/${created.id}/reveal`,
    headers: { authorization: `Bearer ${created.memberToken}` },
    body: { opId: randomUUID() },
  });
  return { worksheet: created.id, people };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

import { randomUUID } from "node:crypto";
import type { HttpClient } from "@/bench/http-client";
import type { LoggedSave, StoredAnswer, Violation } from "./history";
import type { Postgres } from "./postgres";
import type { Person } from "./writer";

export type Team = { worksheet: string; people: Person[]; facilitator: Person; memberLink: string; revealedAt: number | null };

/** One worksheet with its people, made over the API as a script would. */
export async function makeTeam(client: HttpClient, size: number): Promise<Team> {
  const created = await client.json<{ id: string; links: { member: string }; memberToken: string }>({
    method: "POST",
    path: "/api/v1/worksheets",
    body: { title: "Which store holds under faults?", yourName: "Ada" },
  });
  const memberLink = created.links.member.split("#")[1] ?? "";
  const facilitator = await whoIs(client, created.id, created.memberToken);
  const people = [facilitator];
  for (let n = 1; n < size; n++) {
    const joined = await client.json<{ memberToken: string }>({
      method: "POST",
      path: `/api/v1/worksheets/${created.id}/members`,
      headers: { authorization: `Bearer ${memberLink}` },
      body: { name: `Member ${n}` },
    });
    people.push(await whoIs(client, created.id, joined.memberToken));
  }
  return { worksheet: created.id, people, facilitator, memberLink, revealedAt: null };
}

/** Reveals all answers, again and again with one operation id until the server has said yes. */
export async function reveal(client: HttpClient, team: Team): Promise<void> {
  // From here on nothing that arrives counts as before the reveal.
  team.revealedAt = performance.now();
  const opId = randomUUID();
  for (let tries = 0; tries < 200; tries++) {
    const reply = await client
      .send({
        method: "POST",
        path: `/api/v1/worksheets/${team.worksheet}/reveal`,
        headers: { authorization: `Bearer ${team.facilitator.token}` },
        body: { opId },
      })
      .catch(() => null);
    if (reply && reply.status < 300) return;
    if (reply && reply.status < 500 && reply.status !== 429) throw new Error(`The reveal answered ${reply.status}.`);
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The reveal was never answered.");
}

/** Every save in the audit chains, and every answer row. */
export async function readDatabase(postgres: Postgres): Promise<{ log: LoggedSave[]; stored: StoredAnswer[] }> {
  const events = await postgres.query<{ chain: string; payload: string }>(
    `SELECT chain, payload FROM audit_event WHERE payload LIKE '%"type": "answers_saved"%' ORDER BY chain, seq`,
  );
  const log = events.flatMap(({ chain, payload }) => {
    const event = JSON.parse(payload) as { op: string; by: string; round: number; versions: Record<string, number> };
    return Object.entries(event.versions).map(([field, version]) => ({
      opId: event.op,
      worksheet: chain,
      member: event.by,
      field,
      round: event.round,
      version,
    }));
  });
  const stored = await postgres.query<StoredAnswer>("SELECT member_id AS member, field, round, version, value FROM answer");
  return { log, stored };
}

export type Checkpoint = { chain: string; seq: string; hash: string };

/** The heads of all chains, to be held against what they have become. */
export async function checkpoints(postgres: Postgres): Promise<Checkpoint[]> {
  return postgres.query<Checkpoint>(
    "SELECT DISTINCT ON (chain) chain, seq::text, hash FROM audit_event ORDER BY chain, audit_event.seq DESC",
  );
}

/** I8: every chain verifies, and still holds each head that was noted earlier. */
export async function checkChains(postgres: Postgres, earlier: readonly Checkpoint[]): Promise<Violation[]> {
  const verdicts = await postgres.query<{ chain: string; verdict: string }>(
    "SELECT chain, audit_verify(chain) AS verdict FROM (SELECT DISTINCT chain FROM audit_event) AS chains",
  );
  const broken = verdicts
    .filter(({ verdict }) => verdict !== "OK")
    .map(({ chain, verdict }): Violation => ({ invariant: "I8", text: `chain ${chain}: ${verdict}` }));
  const rows = await postgres.query<Checkpoint>("SELECT chain, seq::text, hash FROM audit_event");
  const hashes = new Map(rows.map(({ chain, seq, hash }) => [`${chain} ${seq}`, hash]));
  const cut = earlier.filter(({ chain, seq, hash }) => hashes.get(`${chain} ${seq}`) !== hash);
  return [
    ...broken,
    ...cut.map(({ chain, seq }): Violation => ({ invariant: "I8", text: `chain ${chain} no longer holds the head noted at ${seq}` })),
  ];
}

async function whoIs(client: HttpClient, worksheet: string, token: string): Promise<Person> {
  const view = await client.json<{ you: { memberId: string } }>({
    method: "GET",
    path: `/api/v1/worksheets/${worksheet}`,
    headers: { authorization: `Bearer ${token}` },
  });
  return { worksheet, member: view.you.memberId, token };
}

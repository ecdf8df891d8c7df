import { randomUUID } from "node:crypto";
import { type ClientRequest, request } from "node:http";
import type { Operation, Violation } from "./history";
import type { Relay } from "./relay";
import type { Stage } from "./run-load";
import { pause } from "./writer";

/** What each fault does to the stage; the list of faults says when. */

export async function repeatedly({ times, everyMs }: { times: number; everyMs: number }, act: () => Promise<void>): Promise<void> {
  for (let time = 0; time < times; time++) {
    await pause(everyMs);
    await act();
  }
}

export function cutEvery(relay: Relay, rhythm: { times: number; everyMs: number }): Promise<void> {
  return repeatedly(rhythm, async () => relay.cut());
}

export async function crash({ postgres, app }: Stage): Promise<void> {
  await postgres.kill();
  await pause(1_000);
  await postgres.start();
  await app.untilReady();
}

export async function offline({ relay }: Stage): Promise<void> {
  await pause(2_000);
  relay.weather.isBlackHole = true;
  relay.cut();
  await pause(8_000);
  relay.weather.isBlackHole = false;
  relay.cut();
}

export async function doubleReveals({ client, teams }: Stage): Promise<void> {
  await pause(4_000);
  await Promise.all(
    teams.flatMap((team) => {
      team.revealedAt ??= performance.now();
      return Array.from({ length: 20 }, () =>
        client.send({
          method: "POST",
          path: `/api/v1/worksheets/${team.worksheet}/reveal`,
          headers: { authorization: `Bearer ${team.facilitator.token}` },
          body: { opId: randomUUID() },
        }),
      );
    }),
  );
}

export async function onlyOneReveal({ postgres, teams }: Stage): Promise<Violation[]> {
  const rows = await postgres.query<{ id: string; events: string; reveals: string }>(`
    SELECT w.id, (SELECT count(*) FROM reveal r WHERE r.worksheet_id = w.id)::text AS reveals,
      (SELECT count(*) FROM audit_event e WHERE e.chain = w.id AND e.payload LIKE '%"type": "revealed"%' OR e.chain = w.id AND e.payload LIKE '%"type":"revealed"%')::text AS events
    FROM worksheet w`);
  return teams.flatMap(({ worksheet }): Violation[] => {
    const row = rows.find(({ id }) => id === worksheet);
    const isOnce = row?.reveals === "5" && row.events === "1";
    return isOnce ? [] : [{ invariant: "I2", text: `${worksheet} has ${row?.reveals} reveals of five questions in ${row?.events} events` }];
  });
}

/** The bytes wait in the sockets; the server must keep no more than one change for each. */
export async function idleReaders({ relay, teams }: Stage): Promise<void> {
  const readers = teams.slice(0, 1).flatMap((team) => Array.from({ length: 50 }, () => idleReader(relay, team)));
  await pause(15_000);
  for (const reader of readers) reader.destroy();
}

/** A new return link for the second member of two teams: the token they work with dies in that moment. */
export async function renewLinks({ client, teams, revoked }: Stage): Promise<void> {
  await pause(4_000);
  for (const team of teams.slice(0, 2)) {
    const victim = team.people[1];
    if (!victim) continue;
    await client.json({
      method: "POST",
      path: `/api/v1/worksheets/${team.worksheet}/members/${victim.member}/return-link`,
      headers: { authorization: `Bearer ${team.facilitator.token}` },
      body: { opId: randomUUID() },
    });
    revoked.set(victim.member, performance.now());
  }
}

export function shutOut({ screens, operations, revoked }: Stage & { operations: readonly Operation[] }): Violation[] {
  return [...revoked].flatMap(([member, at]): Violation[] => {
    const late = operations.filter((one) => one.member === member && one.startedAt > at && one.outcome === "saved");
    const closedAfter = (screens.find((screen) => screen.member === member)?.closedAt ?? Number.POSITIVE_INFINITY) - at;
    const violations: Violation[] = [];
    if (late.length > 0) violations.push({ invariant: "I3", text: `${late.length} saves of ${member} went through a dead link` });
    if (closedAfter > 5_000)
      violations.push({ invariant: "I9", text: `${member}'s stream stayed open ${closedAfter} ms after its link died` });
    return violations;
  });
}

function idleReader(relay: Relay, team: Stage["teams"][number]): ClientRequest {
  const call = request({
    host: "127.0.0.1",
    port: relay.port,
    path: `/api/v1/worksheets/${team.worksheet}/events`,
    headers: { host: `localhost:${relay.port}`, authorization: `Bearer ${team.facilitator.token}` },
  });
  call.on("response", (reply) => reply.pause());
  call.on("error", () => undefined);
  call.end();
  return call;
}

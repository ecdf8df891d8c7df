import { HttpClient } from "@/bench/http-client";
import { quantile } from "@/bench/samples";
import type { AppProcess } from "./app-process";
import { checkHistory, checkSequence, type Operation, type Violation } from "./history";
import { Observer } from "./observer";
import type { Postgres } from "./postgres";
import type { Relay } from "./relay";
import { Screen } from "./screen";
import { checkChains, makeTeam, readDatabase, reveal, type Team } from "./world";
import { pause, Writer } from "./writer";

/** The parts that a fault may touch while the load runs. */
export type Stage = {
  postgres: Postgres;
  app: AppProcess;
  relay: Relay;
  client: HttpClient;
  teams: Team[];
  screens: Screen[] /** Members whose link died, and when. */;
  revoked: Map<string, number>;
};

export type Fault = {
  id: string;
  does: string;
  seconds: number;
  /** Share of saves that are sent twice at once. */
  twice?: number;
  /** Everybody writes without a pause, and everything is revealed at the start. */
  isCrowded?: boolean;
  /** Meddles while the load runs; ends when it is done. */
  meddle?: (stage: Stage) => Promise<void>;
  /** What must hold besides the invariants, once all is quiet. */
  also?: (stage: Stage & { operations: Operation[]; replays: number }) => Promise<Violation[]> | Violation[];
};

export type Outcome = {
  id: string;
  does: string;
  operations: number;
  saved: number;
  refused: number;
  replays: number;
  p99: number;
  violations: Violation[];
};

const TEAMS = 6;
const SIZE = 4;
const FIELDS = ["y3.writes_s", "y3.reads_s", "y1.users", "now.data_gb"];
const QUIET_MS = 5_000;

/**
 * Six teams of four write at once, one of them in two tabs, two watch on open pages; half-way everything is revealed. Then
 * quiet, and the books are compared.
 */
export async function runLoad(
  fault: Fault,
  { postgres, app, relay, chance }: Pick<Stage, "postgres" | "app" | "relay"> & { chance: () => number },
): Promise<Outcome> {
  relay.calm();
  const setUp = new HttpClient(relay.port, 8);
  const teams = await Promise.all(Array.from({ length: TEAMS }, () => gather(setUp)));
  const screens = teams.flatMap((team) => team.people.slice(0, 2).map((person) => watch({ relay, team, person })));
  const writers = teams.flatMap((team) =>
    [...team.people, ...team.people.slice(-1)].map(
      (person) =>
        new Writer({
          client: new HttpClient(relay.port, 2),
          person,
          fields: FIELDS,
          chance,
          thinkMs: fault.isCrowded ? { from: 0, to: 5 } : { from: 100, to: 250 },
          twice: fault.twice ?? 0,
        }),
    ),
  );
  const stage: Stage = { postgres, app, relay, client: setUp, teams, screens, revoked: new Map() };
  for (const screen of screens) screen.open();

  const end = performance.now() + fault.seconds * 1000;
  const isOver = () => performance.now() > end;
  const observer = new Observer(postgres);
  await Promise.all([
    ...writers.map((writer) => writer.write(isOver)),
    fault.meddle?.(stage),
    pause(fault.isCrowded ? 0 : fault.seconds * 500).then(() => Promise.all(teams.map((team) => reveal(setUp, team)))),
  ]);
  relay.calm();
  await pause(QUIET_MS);
  await observer.stop();

  const operations = writers.flatMap((writer) => writer.operations);
  const own = new Set(teams.map(({ worksheet }) => worksheet));
  const { log, stored } = await readDatabase(postgres);
  const replays = writers.reduce((sum, writer) => sum + writer.replays, 0);
  const violations = [
    ...checkHistory({
      operations,
      log: log.filter(({ worksheet }) => own.has(worksheet)),
      stored,
    }),
    ...checkSequence(operations),
    ...observer.violations,
    ...(await Promise.all(screens.map((screen) => screen.compare()))).flat(),
    ...(await checkChains(postgres, observer.heads)),
    ...screens.flatMap((screen) => screen.leaks),
    ...app.complaints.splice(0).map((text): Violation => ({ invariant: "I10", text: text.slice(0, 300) })),
    ...((await fault.also?.({ ...stage, operations, replays })) ?? []),
  ];
  for (const screen of screens) screen.close();
  setUp.close();
  const saved = operations.filter(({ outcome }) => outcome === "saved");
  return {
    id: fault.id,
    does: fault.does,
    operations: operations.length,
    saved: saved.length,
    refused: operations.filter(({ outcome }) => outcome === "refused").length,
    replays,
    p99: quantile(
      saved.map(({ startedAt, endedAt }) => endedAt - startedAt),
      0.99,
    ),
    violations,
  };
}

/** A team before anything breaks: a machine that is too busy for it just now is asked again. */
async function gather(client: HttpClient): Promise<Team> {
  for (let tries = 1; ; tries++) {
    try {
      return await makeTeam(client, SIZE);
    } catch (error) {
      if (tries === 40 || !/ answered (?:503|429)/u.test(String(error))) throw error;
      await pause(500);
    }
  }
}

function watch({ relay, team, person }: { relay: Relay; team: Team; person: Team["facilitator"] }): Screen {
  return new Screen({
    port: () => relay.port,
    person,
    others: team.people.filter((other) => other !== person).map(({ member }) => member),
    isRevealed: () => team.revealedAt !== null,
  });
}

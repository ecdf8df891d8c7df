import { crash, cutEvery, doubleReveals, idleReaders, offline, onlyOneReveal, renewLinks, repeatedly, shutOut } from "./fault-acts";
import type { Violation } from "./history";
import type { Fault } from "./run-load";

/** The faults of a short run. Each says what it does while six teams write, and what must hold besides I1 to I10. */
export const FAULTS: readonly Fault[] = [
  { id: "FT-01", does: "nothing", seconds: 20 },
  {
    id: "FT-02",
    does: "the app is killed four times",
    seconds: 20,
    meddle: ({ app }) =>
      repeatedly({ times: 4, everyMs: 4_000 }, async () => {
        app.kill();
        // On a slow machine it would else be killed again before it is there, and nobody is ever answered.
        await app.untilReady();
      }),
  },
  {
    id: "FT-03",
    does: "PostgreSQL is killed twice",
    seconds: 20,
    meddle: (stage) => repeatedly({ times: 2, everyMs: 6_000 }, () => crash(stage)),
  },
  {
    id: "FT-04",
    does: "5 % of the replies are lost after the commit",
    seconds: 20,
    meddle: async ({ relay }) => {
      relay.weather.lose = 0.05;
    },
    also: ({ replays }) => (replays > 0 ? [] : [toothless("no lost reply was asked for again")]),
  },
  {
    id: "FT-05",
    does: "10 % of the saves are sent twice at once",
    seconds: 15,
    twice: 0.1,
    also: ({ replays }) => (replays > 0 ? [] : [toothless("no double was recognised")]),
  },
  { id: "FT-06", does: "20 reveals of each worksheet at one moment", seconds: 12, meddle: doubleReveals, also: onlyOneReveal },
  { id: "FT-08", does: "everybody is offline for 8 s", seconds: 15, meddle: offline },
  {
    id: "FT-10",
    does: "every stream is cut every 3 s",
    seconds: 18,
    meddle: ({ relay }) => cutEvery(relay, { times: 5, everyMs: 3_000 }),
    also: ({ screens }) => (screens.every(({ opened }) => opened > 3) ? [] : [toothless("a stream was not opened again")]),
  },
  {
    id: "FT-11",
    does: "the listening connection is cut four times",
    seconds: 16,
    meddle: ({ postgres }) =>
      repeatedly({ times: 4, everyMs: 3_000 }, async () => {
        await postgres.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'shortlist-live'");
      }),
  },
  { id: "FT-12", does: "everybody writes without a pause, all of it visible", seconds: 12, isCrowded: true },
  { id: "FT-13", does: "50 open streams that nobody reads", seconds: 20, meddle: idleReaders },
  {
    id: "FT-24",
    does: "the reveal races with saves and reconnects",
    seconds: 12,
    meddle: ({ relay }) => cutEvery(relay, { times: 20, everyMs: 500 }),
  },
  { id: "FT-25", does: "links are replaced while their owners write", seconds: 16, meddle: renewLinks, also: shutOut },
];

const toothless = (text: string): Violation => ({ invariant: "I10", text: `the fault did not bite: ${text}` });

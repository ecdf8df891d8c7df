import { minutesOf } from "./agendas";
import type { AgendaId } from "./schema";

/** What the agendas give a topic before anybody has talked about one, in minutes. */
const PLANNED_MINUTES = 4;
/** A board that is opened again days later is not being talked through. */
const RUNS_TIMES = 3;
const MINUTE_MS = 60_000;

export type Pace = { total: number; done: number; willReach: number; minutes: number; isOver: boolean };

/**
 * How many of the topics that matter a team will reach in the minutes that its agenda has for them. `reachedAt` holds for each
 * of them when it was talked about, parked or settled, or null; `revealedAt` and `now` are in milliseconds since the epoch by
 * the server's clock, and the talk begins when the minutes for silent reading are over. Before the first topic is done a
 * topic is taken to need four minutes, or as long as the first one has taken by now. Null when there is nothing to say: no
 * topic or one, all done, or a session that was over long ago.
 * @example paceOf({ agenda: "45", revealedAt: 0, reachedAt: [null, null, null, null], now: 0 }) // { total: 4, done: 0, willReach: 3, minutes: 14, isOver: false }
 */
export function paceOf(input: { agenda: AgendaId; revealedAt: number; reachedAt: readonly (number | null)[]; now: number }): Pace | null {
  const { agenda, revealedAt, reachedAt, now } = input;
  const minutes = minutesOf(agenda, "topics");
  const total = reachedAt.length;
  const done = reachedAt.filter((at) => at !== null && at >= revealedAt).length;
  const elapsed = Math.max(0, now - revealedAt - minutesOf(agenda, "reading") * MINUTE_MS);
  if (total < 2 || done === total || elapsed > RUNS_TIMES * minutes * MINUTE_MS) return null;
  const left = Math.max(0, minutes * MINUTE_MS - elapsed);
  const each = done === 0 ? Math.max(PLANNED_MINUTES * MINUTE_MS, elapsed) : Math.max(MINUTE_MS, elapsed / done);
  return { total, done, willReach: Math.min(total, done + Math.floor(left / each)), minutes, isOver: left === 0 };
}

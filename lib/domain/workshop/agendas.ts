import { READING } from "./pointer";
import type { AgendaId, Screen } from "./schema";

export const AGENDA_PARTS = ["frame", "answers", "reading", "topics", "positions", "shortlist", "premortem", "write_up"] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];

type Line = { part: AgendaPart; minutes: number };

/** Minutes of each part, as 30 (answers collected before), 45 and 60 minutes (a first time) were planned. */
const MINUTES: Record<AgendaId, Record<AgendaPart, number>> = {
  "30": { frame: 2, answers: 0, reading: 2, topics: 12, positions: 3, shortlist: 5, premortem: 4, write_up: 2 },
  "45": { frame: 3, answers: 10, reading: 2, topics: 14, positions: 3, shortlist: 6, premortem: 5, write_up: 2 },
  "60": { frame: 5, answers: 14, reading: 3, topics: 18, positions: 4, shortlist: 7, premortem: 6, write_up: 3 },
  async: { frame: 2, answers: 0, reading: 2, topics: 12, positions: 3, shortlist: 5, premortem: 4, write_up: 2 },
};

/**
 * The parts of an agenda with their minutes, in order; a part of no minutes was done before and is left out.
 * @example agendaOf("45")[1] // { part: "answers", minutes: 10 }
 */
export function agendaOf(id: AgendaId): Line[] {
  return AGENDA_PARTS.map((part) => ({ part, minutes: MINUTES[id][part] })).filter((line) => line.minutes > 0);
}

const PART_OF: Partial<Record<Screen, AgendaPart>> = {
  lobby: "frame",
  differences: "topics",
  converge: "premortem",
  shortlist: "shortlist",
  costs: "shortlist",
  decision: "write_up",
  sign: "write_up",
};

/**
 * The part of the agenda that a place of the team belongs to; the five questions are `answers`.
 * @example partOfPlace("scale") // "answers"
 */
export function partOfPlace(place: Screen | typeof READING): AgendaPart {
  return place === READING ? "reading" : (PART_OF[place] ?? "answers");
}

/**
 * Minutes that an agenda has for a part; 0 for one that was done before.
 * @example minutesOf("45", "reading") // 2
 */
export function minutesOf(id: AgendaId, part: AgendaPart): number {
  return MINUTES[id][part];
}

/** Minutes of one topic's talk: people stop listening after five. */
export const TOPIC_MINUTES = 5;

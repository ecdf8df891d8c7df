import { findSystem } from "../catalogue/catalogue";
import type { LifeStatus } from "../record/life-cycle";
import type { DecisionRecord } from "../record/schema";
import type { Verdict } from "../worksheet/schema";
import { enginesNamedIn } from "./engines";

export type LogFacts = {
  chosen: string | null;
  /** Catalogue ids. */
  engines: string[];
  hasDissent: boolean;
  /** ISO day. */
  reviewOn: string | null;
  /** What is searched beside the title. */
  body: string;
};

type Given = {
  record: DecisionRecord;
  status: LifeStatus;
  approvals: readonly { verdict: Verdict; comment: string }[];
  /** ISO day of the decision, or null before it. */
  decidedOn: string | null;
  /** ISO day that the latest look at it asked for. */
  lookAgainOn: string | null;
};

/**
 * What the log says of a frozen record. The review date is the one that the latest look asked for, else the earliest date that
 * the record names, else a year after the decision; what is not accepted has none.
 * @example logFacts(given).engines // ["postgresql"]
 */
export function logFacts({ record, status, approvals, decidedOn, lookAgainOn }: Given): LogFacts {
  const { chosen, sections } = record.decision;
  const name = chosen === null ? null : (findSystem(chosen)?.name ?? chosen);
  const said = approvals.map(({ comment }) => comment).filter(Boolean);
  return {
    chosen: name ?? (firstLine(sections.choice) || null),
    engines: chosen !== null && findSystem(chosen) ? [chosen] : enginesNamedIn(sections.choice),
    hasDissent: sections.dissent.trim() !== "" || approvals.some(({ verdict }) => verdict !== "approve"),
    reviewOn: status === "accepted" && decidedOn !== null ? (lookAgainOn ?? earliestDate(record) ?? aYearAfter(decidedOn)) : null,
    body: [record.worksheet.scope, ...Object.values(sections), ...said].filter(Boolean).join("\n\n"),
  };
}

const MAX_CHOSEN = 120;

/**
 * The first line of a text, cut at a length that a table can hold.
 * @example firstLine("We use PostgreSQL.\nBecause") // "We use PostgreSQL."
 */
export function firstLine(text: string): string {
  const line = text.trim().split("\n")[0]?.trim() ?? "";
  return line.length > MAX_CHOSEN ? `${line.slice(0, MAX_CHOSEN - 1).trimEnd()}…` : line;
}

function earliestDate({ reconsider }: DecisionRecord): string | null {
  const dates = reconsider.flatMap(({ trigger }) => (trigger?.type === "date" ? [trigger.date] : []));
  return dates.toSorted()[0] ?? null;
}

function aYearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith("-02-29") ? next.replace("-02-29", "-02-28") : next;
}

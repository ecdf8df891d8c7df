import type { TotalRow } from "../charts/total-plot";
import type { AdrStatus } from "../record/export-json";
import type { ApprovalView } from "../worksheet/schema";

/**
 * An architecture decision record as a document; Markdown and PDF are drawn from this and from nothing else. Plain types:
 * the document is made from a parsed record in the same call and never stored or sent.
 */

/** A run of text with where it comes from: rule ids, price ids, answer paths. `note` is provenance, set smaller. */
export type AdrText = { text: string; note: string; sources: string[] };

/** `width` is a share of the table's width, of 1. */
type Column = { label: string; align: "left" | "right"; width: number };

/** Cost curves: cost per month is intercept + slope × load between `from` and `to`. */
export type CostFigure = {
  /** The language that its numbers are written in. */
  locale: string;
  xLabel: string;
  yLabel: string;
  from: number;
  to: number;
  now: { x: number; label: string } | null;
  series: { letter: string; name: string; segments: { from: number; to: number; intercept: number; slope: number }[] }[];
  crossovers: { x: number; y: number; label: string }[];
};

/** The first answers to one number, drawn as dots on a line; the same values stand in the table beside it. */
export type DotStrip = {
  label: string;
  low: { value: number; text: string };
  high: { value: number; text: string };
  dots: { initials: string; value: number }[];
  agreed: number | null;
};

/** One question of the funnel: how many systems were left after it. The sentence beside it says the same in words. */
export type FunnelBar = { label: string; stayed: number; text: string };

/** Something to do: what it is part of, the step, and where its owner and day are written in. */
export type Task = { term: string; text: AdrText; blank: string };

export type AdrBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: AdrText }
  | { kind: "quote"; text: string; by: string }
  | { kind: "list"; items: AdrText[] }
  | { kind: "definition"; items: { term: string; text: AdrText }[] }
  | { kind: "tasks"; items: Task[] }
  | { kind: "table"; caption: string; columns: Column[]; rows: string[][] }
  | (Drawn & { kind: "funnel"; bars: FunnelBar[] })
  | (Drawn & { kind: "strips"; strips: DotStrip[] })
  | (Drawn & { kind: "figure"; figure: CostFigure })
  | (Drawn & { kind: "total"; locale: string; rows: TotalRow[] });

/** A drawing; the table beside it says the same. `file` is its address beside a Markdown file that travels with its drawings. */
type Drawn = { title: string; description: string; file?: string };

export type AdrSectionId =
  | "relations"
  | "outcome"
  | "context"
  | "drivers"
  | "options"
  | "implementation"
  | "migration"
  | "good"
  | "bad"
  | "not-implemented"
  | "costs"
  | "assumptions"
  | "reconsider"
  | "dissent"
  | "exit-plan"
  | "candidates"
  | "process"
  | "sign-off"
  | "verification";

export type AdrSection = { id: AdrSectionId; heading: string; blocks: AdrBlock[] };

export type AdrApproval = Pick<ApprovalView, "name" | "verdict" | "comment" | "assurance" | "how" | "at" | "isStale"> & {
  /** The verdict in words, with the comment as a quotation when there is one. */
  verdictText: string;
  /** Level and how in words: "B e-mailed link". */
  assuranceText: string;
};

/** What a sealed file prints about its seal: whose root certificate, and how to check it with us or without. */
export type AdrSeal = { rootFingerprint: string; rootUrl: string; verifyUrl: string; verifierSha256: string | null };

/** The decision on one page. */
export type AdrSummary = {
  headline: string;
  why: string;
  insteadOf: string;
  /** How many candidates left at a rule; their list is the section `candidates`. */
  othersLeft: number;
  itCosts: string;
  dissent: string;
  lookAgain: AdrText[];
  howSure: string;
  /** How the team gets there from what runs today, as a part of one sentence; "" where nothing moves. */
  moving: string;
};

/**
 * Another record of the same log. A record replaced in part still holds for the rest. `datedName` is its file's name where a form
 * names files by day; an imported file keeps its name in every form. `note` is what somebody wrote beside the link.
 */
export type AdrLink = { number: number | null; title: string; fileName: string; datedName?: string; isPartial: boolean; note?: string };
export type AdrRelations = { supersededBy: readonly AdrLink[]; supersedes: readonly AdrLink[] };

export type AdrDocument = {
  lang: string;
  title: string;
  /** "ADR-0003", or the words for one without a number. */
  label: string;
  number: number | null;
  status: AdrStatus;
  statusText: string;
  /** The day of the decision in the worksheet's zone, `2026-11-20`, or null while it is open. */
  date: string | null;
  revision: number | null;
  sha256: string | null;
  fileName: string;
  chosen: string | null;
  relations: AdrRelations;
  people: { decisionMakers: string[]; consulted: string[]; informed: string[] };
  summary: AdrSummary;
  approvals: AdrApproval[];
  sections: AdrSection[];
};

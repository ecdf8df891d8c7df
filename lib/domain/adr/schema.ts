import { z } from "zod";
import { adrStatusSchema } from "../record/export-json";
import { assuranceHowSchema, assuranceSchema, verdictSchema } from "../worksheet/schema";

/** A run of text with where it comes from: rule ids, price ids, answer paths. `note` is provenance, set smaller. */
const adrTextSchema = z.object({ text: z.string(), note: z.string(), sources: z.array(z.string()) });
export type AdrText = z.infer<typeof adrTextSchema>;

const columnSchema = z.object({ label: z.string(), align: z.enum(["left", "right"]), /** Share of the width, of 1. */ width: z.number() });

const curvePointSchema = z.object({ from: z.number(), to: z.number(), intercept: z.number(), slope: z.number() });
const costFigureSchema = z.object({
  xLabel: z.string(),
  yLabel: z.string(),
  from: z.number(),
  to: z.number(),
  now: z.object({ x: z.number(), label: z.string() }).nullable(),
  series: z.array(z.object({ letter: z.string(), name: z.string(), segments: z.array(curvePointSchema) })),
  crossovers: z.array(z.object({ x: z.number(), y: z.number(), label: z.string() })),
});
export type CostFigure = z.infer<typeof costFigureSchema>;

/** The first answers to one number, drawn as dots on a line; the same values stand in the table beside it. */
const dotStripSchema = z.object({
  label: z.string(),
  low: z.object({ value: z.number(), text: z.string() }),
  high: z.object({ value: z.number(), text: z.string() }),
  dots: z.array(z.object({ initials: z.string(), value: z.number() })),
  agreed: z.number().nullable(),
});
export type DotStrip = z.infer<typeof dotStripSchema>;

export const adrBlockSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("paragraph"), text: adrTextSchema }),
  z.object({ kind: z.literal("quote"), text: z.string(), by: z.string() }),
  z.object({ kind: z.literal("list"), items: z.array(adrTextSchema) }),
  z.object({ kind: z.literal("definition"), items: z.array(z.object({ term: z.string(), text: adrTextSchema })) }),
  z.object({ kind: z.literal("table"), caption: z.string(), columns: z.array(columnSchema), rows: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal("strips"), title: z.string(), description: z.string(), strips: z.array(dotStripSchema) }),
  z.object({ kind: z.literal("figure"), title: z.string(), description: z.string(), figure: costFigureSchema }),
]);
export type AdrBlock = z.infer<typeof adrBlockSchema>;

export const adrSectionIdSchema = z.enum([
  "context",
  "drivers",
  "options",
  "outcome",
  "good",
  "bad",
  "costs",
  "assumptions",
  "reconsider",
  "dissent",
  "exit-plan",
  "candidates",
  "process",
  "sign-off",
  "verification",
]);
export type AdrSectionId = z.infer<typeof adrSectionIdSchema>;

export const adrSectionSchema = z.object({ id: adrSectionIdSchema, heading: z.string(), blocks: z.array(adrBlockSchema) });
export type AdrSection = z.infer<typeof adrSectionSchema>;

export const adrApprovalSchema = z.object({
  name: z.string(),
  verdict: verdictSchema,
  /** The verdict in words, with the comment as a quotation when there is one. */
  verdictText: z.string(),
  comment: z.string(),
  assurance: assuranceSchema,
  how: assuranceHowSchema,
  assuranceText: z.string(),
  at: z.string(),
  isStale: z.boolean(),
});
export type AdrApproval = z.infer<typeof adrApprovalSchema>;

/** The decision on one page. */
export const adrSummarySchema = z.object({
  headline: z.string(),
  why: z.string(),
  insteadOf: z.string(),
  /** How many candidates left at a rule; their list is the section `candidates`. */
  othersLeft: z.number().int(),
  itCosts: z.string(),
  dissent: z.string(),
  lookAgain: z.array(adrTextSchema),
  howSure: z.string(),
});
export type AdrSummary = z.infer<typeof adrSummarySchema>;

/** An architecture decision record as a document; Markdown and PDF are drawn from this and from nothing else. */
export const adrDocumentSchema = z.object({
  lang: z.string(),
  title: z.string(),
  label: z.string(),
  number: z.number().int().nullable(),
  status: adrStatusSchema,
  statusText: z.string(),
  /** The day of the decision in the worksheet's zone, `2026-11-20`, or null while it is open. */
  date: z.string().nullable(),
  revision: z.number().int().nullable(),
  sha256: z.string().nullable(),
  fileName: z.string(),
  chosen: z.string().nullable(),
  people: z.object({ decisionMakers: z.array(z.string()), consulted: z.array(z.string()), informed: z.array(z.string()) }),
  summary: adrSummarySchema,
  approvals: z.array(adrApprovalSchema),
  sections: z.array(adrSectionSchema),
});
export type AdrDocument = z.infer<typeof adrDocumentSchema>;

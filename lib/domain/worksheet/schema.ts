import { z } from "zod";
import { answersSchema, basisSchema, questionIdSchema } from "../answers/schema";
import { jsonSchema } from "../json";
import { LOCALES } from "../messages/locales";
import { lifeStatusSchema } from "../record/life-cycle";

export const stageSchema = z.enum(["frame", "collect", "discuss", "decide", "sign", "live", "revisit"]);
export type Stage = z.infer<typeof stageSchema>;

export const roleSchema = z.enum(["facilitator", "member", "observer", "approver"]);
export type Role = z.infer<typeof roleSchema>;

export const questionStateSchema = z.enum(["open", "revealed"]);

/** One answer as a viewer may see it. `value` null with `unknown` false means cleared. */
export const answerViewSchema = z.object({
  memberId: z.string(),
  /** Full path, for example `scale.y3.writes_s`, or `<question>.others_may_not_know` for the note. */
  field: z.string(),
  round: z.number().int(),
  value: jsonSchema.nullable(),
  unknown: z.boolean(),
  basis: basisSchema.nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
  late: z.boolean(),
});
export type AnswerView = z.infer<typeof answerViewSchema>;

/** The field name under which a question's "something others here may not know" is stored. */
export const NOTE_FIELD = "others_may_not_know";

export const memberViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  isYou: z.boolean(),
  isHere: z.boolean(),
  /** Questions on which this member ticked "I'm ready" in the current round. */
  ready: z.array(questionIdSchema),
  /** Only told to the facilitator: questions with at least one answer, never which or when. */
  started: z.array(questionIdSchema).nullable(),
});
export type MemberView = z.infer<typeof memberViewSchema>;

export const reachedSchema = z.enum(["all_agreed", "consent", "approver_decided", "fact_checked"]);
export type Reached = z.infer<typeof reachedSchema>;

export const positionViewSchema = z.object({
  field: z.string(),
  value: jsonSchema.nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reached: reachedSchema,
  reason: z.string(),
  byMemberId: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  version: z.number().int(),
});
export type PositionView = z.infer<typeof positionViewSchema>;

/** What the team writes on the Decision screen. Every section has its own version, so that two people never overwrite each other. */
export const decisionSectionSchema = z.enum([
  "choice",
  "alternatives",
  "why",
  "reconsider",
  "consequences_good",
  "consequences_bad",
  "dissent",
  "exit_plan",
  "implementation",
  "not_implemented",
]);
export type DecisionSection = z.infer<typeof decisionSectionSchema>;
export const DECISION_SECTIONS = decisionSectionSchema.options;
export const REQUIRED_SECTIONS = ["choice", "alternatives", "why", "reconsider"] as const satisfies readonly DecisionSection[];

export const sectionViewSchema = z.object({
  section: decisionSectionSchema,
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  version: z.number().int(),
});
export type SectionView = z.infer<typeof sectionViewSchema>;

export const verdictSchema = z.enum(["approve", "approve_with_reservation", "disagree_and_commit", "decline"]);
export type Verdict = z.infer<typeof verdictSchema>;

/** What an approval proves: A passkey, B e-mailed link, C a link handed over or a spoken yes. */
export const assuranceSchema = z.enum(["A", "B", "C"]);
export const assuranceHowSchema = z.enum(["passkey", "mailed_link", "handed_link", "spoken", "own_session"]);

export const approvalViewSchema = z.object({
  approverId: z.string(),
  name: z.string(),
  revision: z.number().int(),
  verdict: verdictSchema,
  comment: z.string(),
  assurance: assuranceSchema,
  how: assuranceHowSchema,
  at: z.iso.datetime(),
  /** True when the record changed after this approval. */
  isStale: z.boolean(),
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;

export const approverViewSchema = z.object({ id: z.string(), name: z.string(), isYou: z.boolean() });
export type ApproverView = z.infer<typeof approverViewSchema>;

export const revisionStatusSchema = z.enum(["proposed", "accepted", "rejected", "withdrawn"]);
export const revisionViewSchema = z.object({
  n: z.number().int(),
  sha256: z.string(),
  status: revisionStatusSchema,
  at: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
});
export type RevisionView = z.infer<typeof revisionViewSchema>;

export const adrStateSchema = z.object({
  number: z.number().int().nullable(),
  /** Where the record stands, also after its acceptance. */
  status: lifeStatusSchema,
  /** A trigger of it fired, and nobody has looked back at the decision since. */
  isDue: z.boolean(),
});
export type AdrState = z.infer<typeof adrStateSchema>;

/** The parts of the frame that are answer paths: `frame.*`, `ops.clouds` and the other once-for-all fields. */
const { frame, process, migration, ops, cost } = answersSchema.shape;
export const frameAnswersSchema = z
  .strictObject({
    frame,
    process,
    migration,
    ops: ops.unwrap().pick({ clouds: true, residency: true, extensions: true, current_stores: true }).optional(),
    cost: cost.unwrap().pick({ licence_policy: true }).optional(),
  })
  .partial();

/** Everything one viewer may see of a worksheet; made by `projectWorksheet` and by nothing else. */
export const worksheetViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What is decided and what is not, in the facilitator's words. */
  scope: z.string(),
  seq: z.number().int(),
  stage: stageSchema,
  isSample: z.boolean(),
  /** The template it was started from, or null. Its suggestions are nobody's answers. */
  template: z.string().nullable(),
  /** When a facilitator put it away, or null. */
  archivedAt: z.iso.datetime().nullable(),
  /** How long it is kept after the last thing that counts, and when it is therefore deleted by itself; null: until somebody does. */
  retention: z.object({ months: z.number().int(), until: z.iso.datetime() }).nullable(),
  /** Set when it was brought in as a file: what happened before was not witnessed here. */
  arrival: z.object({ origin: z.string(), at: z.iso.datetime() }).nullable(),
  createdAt: z.iso.datetime(),
  timeZone: z.string(),
  /** The language of its documents and mails. */
  language: z.enum(LOCALES),
  you: z.object({ memberId: z.string(), name: z.string(), role: roleSchema, isApprover: z.boolean() }),
  members: z.array(memberViewSchema),
  questions: z.record(
    questionIdSchema,
    z.object({ state: questionStateSchema, round: z.number().int(), revealedAt: z.iso.datetime().nullable() }),
  ),
  isRevealed: z.boolean(),
  frame: frameAnswersSchema,
  frameVersion: z.number().int(),
  /** Your own answers always; everybody's for revealed questions. All rounds. */
  answers: z.array(answerViewSchema),
  positions: z.array(positionViewSchema),
  sections: z.array(sectionViewSchema),
  approvers: z.array(approverViewSchema),
  approvals: z.array(approvalViewSchema),
  revisions: z.array(revisionViewSchema),
  /** True while a proposed or accepted revision stands: what it holds is read-only. */
  isFrozen: z.boolean(),
  adr: adrStateSchema,
  /** The number that the next acceptance takes, unless the decision has one already. */
  nextNumber: z.number().int(),
  /** The team space it belongs to, which then also gives the number; null while it stands alone, and for approvers. */
  space: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type WorksheetView = z.infer<typeof worksheetViewSchema>;

export const linkRoleSchema = z.enum(["facilitator", "member", "observer"]);

export const answersSavedSchema = z.object({
  seq: z.number().int(),
  versions: z.record(z.string(), z.number().int()),
  replayed: z.boolean(),
});
export type AnswersSaved = z.infer<typeof answersSavedSchema>;

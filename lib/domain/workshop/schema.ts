import { z } from "zod";
import { questionIdSchema } from "../answers/schema";

/** How the answers become visible: all five at once, question by question, or from the start for one or two people. */
export const revealPolicySchema = z.enum(["together", "step", "open"]);
export type RevealPolicy = z.infer<typeof revealPolicySchema>;

export const agendaIdSchema = z.enum(["30", "45", "60", "async"]);
export type AgendaId = z.infer<typeof agendaIdSchema>;

/** Screens the team pointer can stand on. */
export const screenSchema = z.enum([
  "lobby",
  ...questionIdSchema.options,
  "differences",
  "shortlist",
  "costs",
  "converge",
  "decision",
  "sign",
]);
export type Screen = z.infer<typeof screenSchema>;

export const roleChangeKindSchema = z.enum(["deputised", "undeputised", "handed_over", "taken_over", "renamed", "removed", "merged"]);
export const roleChangeSchema = z.object({
  id: z.string(),
  kind: roleChangeKindSchema,
  memberId: z.string(),
  memberName: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
});
export type RoleChangeView = z.infer<typeof roleChangeSchema>;

export const pointerSchema = z.object({
  screen: screenSchema,
  topic: z.string().nullable(),
  byName: z.string(),
  isYours: z.boolean(),
  at: z.iso.datetime(),
});

export const timerSchema = z.object({
  startedAt: z.iso.datetime(),
  seconds: z.number().int(),
  topic: z.string().nullable(),
  /** Seconds left while it is paused; null while it runs. */
  pausedS: z.number().int().nullable(),
});
export type Timer = z.infer<typeof timerSchema>;

/** `talked`, `parked` and `verify` are stored; `settled` follows from a recorded position. */
export const topicStateSchema = z.enum(["talked", "parked", "verify"]);
export const topicSchema = z.object({
  field: z.string(),
  state: topicStateSchema,
  owner: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  byName: z.string(),
  at: z.iso.datetime(),
});
export type TopicView = z.infer<typeof topicSchema>;

export const consentChoiceSchema = z.enum(["consent", "concern", "object"]);
export type ConsentChoice = z.infer<typeof consentChoiceSchema>;
export const commitmentSchema = z.object({ text: z.string(), condition: z.string(), isNamed: z.boolean(), at: z.iso.datetime() });
export const consentSchema = z.object({
  memberId: z.string(),
  name: z.string(),
  choice: consentChoiceSchema,
  text: z.string(),
  remedy: z.string(),
  commitment: commitmentSchema.nullable(),
});
export type ConsentView = z.infer<typeof consentSchema>;
export const consentRoundSchema = z.object({
  id: z.string(),
  /** A field path, or `decision`. */
  subject: z.string(),
  proposal: z.string(),
  byName: z.string(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** Your own always; everybody's once the round is closed. */
  choices: z.array(consentSchema),
});
export type ConsentRoundView = z.infer<typeof consentRoundSchema>;

export const noteReadSchema = z.object({ noteMemberId: z.string(), question: questionIdSchema, memberId: z.string() });

export const causeSchema = z.enum(["learned", "misread", "persuaded", "counted_again", "assumption_changed"]);
export type Cause = z.infer<typeof causeSchema>;
export const answerCauseSchema = z.object({ memberId: z.string(), field: z.string(), cause: causeSchema });

export const commentSchema = z.object({
  id: z.string(),
  /** `field:<path>` or `candidate:<id>` */
  subject: z.string(),
  text: z.string(),
  url: z.string().nullable(),
  byName: z.string(),
  isYours: z.boolean(),
  at: z.iso.datetime(),
});
export type CommentView = z.infer<typeof commentSchema>;

export const cardOutcomeSchema = z.enum(["risk", "reconsider", "dismissed"]);
export const premortemCardSchema = z.object({
  id: z.string(),
  text: z.string(),
  isYours: z.boolean(),
  theme: z.string(),
  outcome: cardOutcomeSchema.nullable(),
  reason: z.string(),
});
export type PremortemCardView = z.infer<typeof premortemCardSchema>;
export const premortemSchema = z.object({
  startedAt: z.iso.datetime(),
  revealedAt: z.iso.datetime().nullable(),
  /** Your own before the reveal, everybody's without names after it. */
  cards: z.array(premortemCardSchema),
});

export const leakProbeSchema = z.object({
  at: z.iso.datetime(),
  byName: z.string(),
  replies: z.number().int(),
  bytes: z.number().int(),
  /** Where a planted answer was readable; empty when nothing was. */
  leaks: z.array(z.string()),
});
export type LeakProbeView = z.infer<typeof leakProbeSchema>;

export const nudgeSchema = z.object({ byName: z.string(), at: z.iso.datetime() });
export type Nudge = z.infer<typeof nudgeSchema>;

/** What one viewer may see of how the worksheet is facilitated; made by `projectWorkshop` and by nothing else. */
export const workshopViewSchema = z.object({
  /** The server's time at this reply: a screen's own clock may be wrong. */
  now: z.iso.datetime(),
  revealPolicy: revealPolicySchema,
  agenda: agendaIdSchema,
  closesAt: z.iso.datetime().nullable(),
  /** Who leads. Null when no facilitator is left. */
  lead: z.object({ memberId: z.string(), name: z.string(), isHere: z.boolean() }).nullable(),
  isTakeOverLocked: z.boolean(),
  /** You may take over now: you are a member and the lead has been away for 60 s. */
  mayTakeOver: z.boolean(),
  pointer: pointerSchema.nullable(),
  timer: timerSchema.nullable(),
  /** Members who are ready on the screen where the team is, when that is no question. */
  ready: z.array(z.string()),
  /** You joined after the reveal and answer blind first. */
  isBlind: z.boolean(),
  /** Names of people who still answer blind; what they say is not counted yet. */
  blindNames: z.array(z.string()),
  proxies: z.array(z.object({ memberId: z.string(), byName: z.string(), isYours: z.boolean() })),
  roleChanges: z.array(roleChangeSchema),
  topics: z.array(topicSchema),
  consentRounds: z.array(consentRoundSchema),
  noteReads: z.array(noteReadSchema),
  causes: z.array(answerCauseSchema),
  comments: z.array(commentSchema),
  premortem: premortemSchema.nullable(),
  /** A facilitator asked you, and nobody else, whether you are ready. */
  nudge: nudgeSchema.nullable(),
  /** Only told to facilitators: answering has come to rest, nobody who is not ready saved anything for two minutes. */
  isStill: z.boolean(),
  /** What the last leak check found; an approver has no part in what it looks at. */
  leakProbe: leakProbeSchema.nullable(),
});
export type WorkshopView = z.infer<typeof workshopViewSchema>;

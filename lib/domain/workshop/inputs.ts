import { z } from "zod";
import { questionIdSchema } from "../answers/schema";
import { personNameSchema, storableText, TEXT_LIMITS } from "../text";
import { safeUrl } from "./safe-url";
import {
  agendaIdSchema,
  cardOutcomeSchema,
  causeSchema,
  consentChoiceSchema,
  revealPolicySchema,
  screenSchema,
  topicStateSchema,
} from "./schema";

/** What people and scripts send to facilitate. Apart from what they may see, as screens carry only the latter. */

const opId = z.uuid();
const LONGEST_TIMER_S = 4 * 3_600;
const line = (min: number) => storableText(TEXT_LIMITS.reason, min).transform((text) => text.trim());
const note = (min: number) =>
  storableText(TEXT_LIMITS.note, min).refine((text) => min === 0 || text.trim() !== "", "Write something here.");

export const workshopInputSchema = z.strictObject({
  opId,
  revealPolicy: revealPolicySchema.optional(),
  agenda: agendaIdSchema.optional(),
  closesAt: z.iso.datetime({ offset: true }).nullish(),
  isTakeOverLocked: z.boolean().optional(),
});
export type WorkshopInput = z.infer<typeof workshopInputSchema>;

export const pointerInputSchema = z.strictObject({ opId, screen: screenSchema, topic: storableText(100, 1).nullish() });
export const timerInputSchema = z.discriminatedUnion("action", [
  z.strictObject({
    opId,
    action: z.literal("start"),
    seconds: z.number().int().min(10).max(LONGEST_TIMER_S),
    topic: storableText(100, 1).nullish(),
  }),
  z.strictObject({ opId, action: z.literal("add"), seconds: z.number().int().min(10).max(LONGEST_TIMER_S) }),
  z.strictObject({ opId, action: z.enum(["pause", "resume", "stop"]) }),
]);
export type TimerInput = z.infer<typeof timerInputSchema>;
export const stageReadyInputSchema = z.strictObject({ opId, screen: screenSchema, ready: z.boolean() });

/** Left out, everybody who is not ready is asked. */
export const nudgeInputSchema = z.strictObject({ members: z.array(z.uuid()).min(1).max(500).optional() });
export type NudgeInput = z.infer<typeof nudgeInputSchema>;

export const roleInputSchema = z.strictObject({ opId, change: z.enum(["deputise", "undeputise", "hand_over"]) });
export type RoleInput = z.infer<typeof roleInputSchema>;
export const renameInputSchema = z.strictObject({ opId, name: personNameSchema });
export const removalInputSchema = z.strictObject({ opId, answers: z.enum(["keep", "delete"]) });
export const mergeInputSchema = z.strictObject({ opId, into: z.uuid() });
export const proxyInputSchema = z.strictObject({ opId, name: personNameSchema });

export const topicInputSchema = z
  .strictObject({
    opId,
    /** Null takes the mark back. */
    state: topicStateSchema.nullable(),
    owner: personNameSchema.optional(),
    dueOn: z.iso.date().optional(),
  })
  .refine((input) => !needsOwner(input.state) || (input.owner !== undefined && input.dueOn !== undefined), {
    path: ["owner"],
    message: "Say who looks into it, and by when.",
  });
export type TopicInput = z.infer<typeof topicInputSchema>;

export const consentRoundInputSchema = z.strictObject({ opId, subject: storableText(100, 1), proposal: line(1) });
export const consentInputSchema = z
  .strictObject({ opId, choice: consentChoiceSchema, text: note(0).default(""), remedy: note(0).default("") })
  .refine((input) => input.choice === "consent" || input.text.trim() !== "", {
    path: ["text"],
    message: "Say what the concern or the harm is.",
  })
  .refine((input) => input.choice !== "object" || input.remedy.trim() !== "", {
    path: ["remedy"],
    message: "Say what change would make it safe enough to try.",
  });
export type ConsentInput = z.infer<typeof consentInputSchema>;
export const commitmentInputSchema = z.strictObject({ opId, text: note(1), condition: note(0), isNamed: z.boolean() });

export const noteReadInputSchema = z.strictObject({ opId, memberId: z.uuid(), question: questionIdSchema });
export const causeInputSchema = z.strictObject({ opId, field: storableText(100, 1), cause: causeSchema });
export const commentInputSchema = z
  .strictObject({
    opId,
    subject: z.string().regex(/^(field|candidate):[\w.-]{1,100}$/u, "Name a field or a candidate."),
    text: storableText(TEXT_LIMITS.comment).default(""),
    url: z.string().max(2_000).nullish(),
  })
  .refine((input) => !input.url || safeUrl(input.url) !== null, { path: ["url"], message: "Give a web address that starts with https://." })
  .refine((input) => input.text.trim() !== "" || Boolean(input.url), { path: ["text"], message: "Write something, or give a link." });
export type CommentInput = z.infer<typeof commentInputSchema>;

export const premortemInputSchema = z.strictObject({ opId, action: z.enum(["start", "reveal"]) });
export const cardInputSchema = z.strictObject({ opId, text: line(1) });
export const cardChangeSchema = z
  .strictObject({ opId, theme: line(0).optional(), outcome: cardOutcomeSchema.optional(), reason: line(0).optional() })
  .refine((input) => input.outcome !== "dismissed" || (input.reason ?? "") !== "", {
    path: ["reason"],
    message: "Say why it does not matter.",
  });
export type CardChange = z.infer<typeof cardChangeSchema>;

function needsOwner(state: string | null): boolean {
  return state === "parked" || state === "verify";
}

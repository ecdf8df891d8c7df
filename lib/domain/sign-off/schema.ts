import { z } from "zod";
import { jobStateSchema } from "../jobs/schema";
import { personNameSchema, storableText, TEXT_LIMITS } from "../text";
import { verdictSchema } from "../worksheet/schema";
import { signOffRuleSchema } from "./rule";
import { approvalStatementSchema, enrolmentSchema } from "./statement";

const base64Url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/, "Send base64url without padding.");

export const emailSchema = z.email("Type an e-mail address.").max(254).toLowerCase();

/** Name a person who must approve, or yourself. */
export const newApproverSchema = z
  .strictObject({ opId: z.uuid(), name: personNameSchema.optional(), email: emailSchema.optional(), self: z.literal(true).optional() })
  .refine((input) => (input.name === undefined) !== (input.self === undefined), "Send a name, or self.");
/** `link` is shown this once; null when the approver is the facilitator and uses their own session. */
export const approverCreatedSchema = z.object({ approverId: z.string(), link: z.string().nullable() });

export const freezeSchema = z.strictObject({ opId: z.uuid() });
export const frozenSchema = z.object({ revision: z.number().int(), sha256: z.string() });

/** An approver's own verdict, or with `approverId` a spoken yes that the facilitator records. */
export const approvalInputSchema = z.strictObject({
  opId: z.uuid(),
  verdict: verdictSchema,
  /** The hash that was on the approver's screen; the approval is refused when it is not the revision's. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "Send the 64 hexadecimal characters of the revision."),
  typedName: personNameSchema,
  comment: storableText(TEXT_LIMITS.note).optional(),
  approverId: z.string().max(64).optional(),
  /** What a passkey made of the challenge of `POST …/statements`; without it the approval is level B or C. */
  passkey: z
    .strictObject({
      challenge: base64Url(64),
      credentialId: base64Url(1_400),
      authenticatorData: base64Url(4_000),
      clientDataJSON: base64Url(8_000),
      signature: base64Url(1_400),
    })
    .optional(),
});
export type ApprovalInput = z.infer<typeof approvalInputSchema>;

/** What is to be signed with a passkey, before it is. */
export const statementInputSchema = approvalInputSchema.pick({ verdict: true, sha256: true, typedName: true, comment: true });
export type StatementInput = z.infer<typeof statementInputSchema>;
/** The statement in full, and what to hand to `navigator.credentials.get()`. Good for ten minutes and one answer. */
export const statementIssuedSchema = z.object({
  statement: approvalStatementSchema,
  challenge: z.string(),
  rpId: z.string(),
  passkeys: z.array(z.object({ id: z.string(), transports: z.array(z.string()) })),
});

/** For `navigator.credentials.create()`. */
export const enrolmentOptionsSchema = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  excluded: z.array(z.object({ id: z.string(), transports: z.array(z.string()) })),
});
export type EnrolmentOptions = z.infer<typeof enrolmentOptionsSchema>;

/** What `navigator.credentials.create()` gave. */
export const enrolmentInputSchema = z.strictObject({
  opId: z.uuid(),
  challenge: base64Url(64),
  credentialId: base64Url(1_400),
  clientDataJSON: base64Url(8_000),
  attestationObject: base64Url(60_000),
  transports: z.array(z.string().max(20)).max(10),
});
export type EnrolmentInput = z.infer<typeof enrolmentInputSchema>;

export const enrolledSchema = z.object({ passkeys: z.number().int() });

export const ruleInputSchema = signOffRuleSchema.extend({ opId: z.uuid() });
export type RuleInput = z.infer<typeof ruleInputSchema>;
export const deadlineInputSchema = signOffRuleSchema.pick({ deadline: true }).extend({ opId: z.uuid() });
/** Approver ids in the order in which they are asked: each of them once. */
export const orderInputSchema = z.strictObject({ opId: z.uuid(), approvers: z.array(z.uuid()).min(1).max(50) });
export const delegateInputSchema = z.strictObject({ opId: z.uuid(), name: personNameSchema });
export const mailInputSchema = z.strictObject({ opId: z.uuid(), email: emailSchema.optional() });

/** Why nothing was recorded, beside the error code. Screens choose their words by it. */
export const signOffRefusalSchema = z.enum([
  "not_asked",
  "not_your_turn",
  "deadline_passed",
  "decided",
  "said_already",
  "answered_themselves",
  "challenge_unknown",
  "challenge_used",
  "challenge_expired",
  "challenge_other",
  "passkey_unknown",
  "passkey_impossible",
  "unreadable",
  "not_an_assertion",
  "wrong_statement",
  "wrong_origin",
  "wrong_rp",
  "user_not_present",
  "user_not_verified",
  "bad_signature",
  "cloned",
  "delegate_of_delegate",
  "no_mail",
  "no_address",
]);
export type SignOffRefusal = z.infer<typeof signOffRefusalSchema>;

/** How the sign-off is set up and how far it is, for everybody who may open the worksheet. */
export const signOffViewSchema = z.object({
  rule: signOffRuleSchema,
  /** By the database clock, so that a screen with a wrong clock does not claim otherwise. */
  isPastDeadline: z.boolean(),
  isMailOn: z.boolean(),
  /** False where browsers refuse passkeys: plain http beyond this machine, or an address without a name. */
  isPasskeyPossible: z.boolean(),
  approvers: z.array(
    z.object({
      id: z.string(),
      place: z.number().int(),
      /** Whose place they take. */
      delegatedBy: z.string().nullable(),
      /** True while they may answer the standing revision. */
      isTurn: z.boolean(),
      /** In full for the facilitator, shortened for everybody else. */
      email: z.string().nullable(),
      /** How they were known when they answered the latest revision that they answered. */
      known: z.object({ enrolment: enrolmentSchema.nullable(), mailedTo: z.string().nullable() }).nullable(),
      /** The last mail to them about the standing revision; told to the facilitator. */
      mail: z
        .object({
          state: jobStateSchema,
          error: z.string().nullable(),
          at: z.iso.datetime(),
          nextAttemptAt: z.iso.datetime().nullable(),
        })
        .nullable(),
    }),
  ),
  you: z.object({
    passkeys: z.number().int(),
    /** True behind a link that was mailed: what you say without a passkey is then level B. */
    cameByMail: z.boolean(),
    /** Who answers in your place, when you handed it on. */
    delegate: z.string().nullable(),
  }),
});
export type SignOffView = z.infer<typeof signOffViewSchema>;

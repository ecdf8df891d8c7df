import { z } from "zod";
import { personNameSchema, storableText, TEXT_LIMITS } from "../text";
import { verdictSchema } from "../worksheet/schema";

/** Name a person who must approve, or yourself. */
export const newApproverSchema = z
  .strictObject({ opId: z.uuid(), name: personNameSchema.optional(), self: z.literal(true).optional() })
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
});
export type ApprovalInput = z.infer<typeof approvalInputSchema>;

import { z } from "zod";
import { personNameSchema, storableText } from "../text";
import { adrStateSchema, linkRoleSchema, roleSchema, stageSchema } from "../worksheet/schema";

/** What kind of link a token opens, told by its prefix so that a person can see which link they hold. */
export const linkKindSchema = z.enum([...linkRoleSchema.options, "return", "approver"]);
export type LinkKind = z.infer<typeof linkKindSchema>;

/** A link token or a join code; exactly one. */
export const sessionInputSchema = z
  .strictObject({ token: storableText(200, 1).optional(), code: storableText(20, 1).optional() })
  .refine((input) => (input.token === undefined) !== (input.code === undefined), "Send a token or a code, one of them.");

/** What the join page may know before somebody has a name there. */
export const sessionOpenedSchema = z.object({
  worksheetId: z.string(),
  role: roleSchema,
  title: z.string(),
  facilitator: z.string(),
  memberCount: z.number().int(),
  isRevealed: z.boolean(),
  /** Some of the five questions are revealed: who joins now is offered to answer blind first. */
  hasRevealed: z.boolean(),
  isDecided: z.boolean(),
  /** Who this browser already is there, or null when a name is still needed. */
  you: z.object({ memberId: z.string(), name: z.string() }).nullable(),
});
export type SessionOpened = z.infer<typeof sessionOpenedSchema>;

/** One line of "Recent on this device". */
export const recentWorksheetSchema = z.object({
  worksheetId: z.string(),
  title: z.string(),
  stage: stageSchema,
  adr: adrStateSchema,
  role: roleSchema,
  lastSeenAt: z.iso.datetime(),
  isArchived: z.boolean(),
});
/** What this browser's person facilitated and somebody deleted, while it can be brought back. */
export const deletedWorksheetSchema = z.object({ worksheetId: z.string(), title: z.string(), purgedAt: z.iso.datetime() });
export type DeletedWorksheet = z.infer<typeof deletedWorksheetSchema>;
export const recentWorksheetsSchema = z.object({
  worksheets: z.array(recentWorksheetSchema),
  deleted: z.array(deletedWorksheetSchema),
});
export type RecentWorksheet = z.infer<typeof recentWorksheetSchema>;

export const newMemberSchema = z.strictObject({
  name: personNameSchema,
  observer: z.boolean().optional(),
  /** Another person of a name that is here already: they get a number. Without it such a name is refused. */
  another: z.boolean().optional(),
  /** After a reveal: answer blind first, and see the others' answers when done. */
  blind: z.boolean().optional(),
});
export type NewMember = z.infer<typeof newMemberSchema>;
export const memberCreatedSchema = z.object({ memberId: z.string(), memberToken: z.string(), returnLink: z.string() });
export type MemberCreated = z.infer<typeof memberCreatedSchema>;

export const linkViewSchema = z.object({
  id: z.string(),
  kind: linkKindSchema,
  /** The person a return or approver link belongs to. */
  name: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type LinkView = z.infer<typeof linkViewSchema>;
export const linkListSchema = z.object({ links: z.array(linkViewSchema) });

/** `revokeOld` also ends the earlier links of that kind and every session they opened; without it they go on working. */
export const newLinkSchema = z.strictObject({ opId: z.uuid(), kind: linkRoleSchema, revokeOld: z.boolean().optional() });
/** The only time the token is shown. */
export const linkCreatedSchema = z.object({ id: z.string(), link: z.string() });
export const joinCodeSchema = z.object({ code: z.string(), expiresAt: z.iso.datetime() });

import { z } from "zod";
import { NUMBER_LIMIT, personNameSchema, storableText, TEXT_LIMITS } from "../text";
import { linkRoleSchema } from "../worksheet/schema";
import { MAX_RECORD_NUMBER } from "./numbering";

/** What a person of a space may be. A facilitator also looks after people, links, keys and settings. */
export const spaceRoleSchema = linkRoleSchema;
export type SpaceRole = z.infer<typeof spaceRoleSchema>;

/** The kinds of link of a space; a return link is one person's own. */
export const spaceLinkKindSchema = z.enum([...linkRoleSchema.options, "return"]);
export type SpaceLinkKind = z.infer<typeof spaceLinkKindSchema>;

const nameSchema = storableText(TEXT_LIMITS.title, 1)
  .transform((name) => name.trim().replace(/\s+/gu, " "))
  .refine((name) => name.length > 0, "Give the space a name.");

/** Language of the records, as a short BCP 47 tag: `en`, `de`, `pt-BR`. */
const languageSchema = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/u, "Write a language such as en or de.");

export const newSpaceSchema = z.strictObject({ name: nameSchema, yourName: personNameSchema, language: languageSchema.optional() });
export type NewSpace = z.infer<typeof newSpaceSchema>;

const linksSchema = z.object({ facilitator: z.string(), member: z.string(), observer: z.string() });
export const createdSpaceSchema = z.object({ id: z.string(), links: linksSchema, memberToken: z.string() });

export const spaceSessionInputSchema = z.strictObject({ token: storableText(200, 1) });
/** What a link of a space opens, before somebody has a name there. */
export const spaceOpenedSchema = z.object({
  spaceId: z.string(),
  name: z.string(),
  role: spaceRoleSchema,
  memberCount: z.number().int(),
  /** Who this browser already is there, or null when a name is still needed. */
  you: z.object({ memberId: z.string(), name: z.string() }).nullable(),
});
export type SpaceOpened = z.infer<typeof spaceOpenedSchema>;

export const newSpaceMemberSchema = z.strictObject({ name: personNameSchema });
export const spaceMemberCreatedSchema = z.object({ memberId: z.string(), memberToken: z.string(), returnLink: z.string() });

const spaceMemberSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: spaceRoleSchema,
  isYou: z.boolean(),
  /** Came by a sign-in rather than by a link. */
  isSignedIn: z.boolean(),
  joinedAt: z.iso.datetime(),
});
export type SpaceMemberView = z.infer<typeof spaceMemberSchema>;

export const spaceViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  nextNumber: z.number().int(),
  you: z.object({ memberId: z.string(), name: z.string(), role: spaceRoleSchema }),
  members: z.array(spaceMemberSchema),
});
export type SpaceView = z.infer<typeof spaceViewSchema>;

/** One line of "spaces on this device". */
export const spaceListSchema = z.object({
  spaces: z.array(z.object({ id: z.string(), name: z.string(), role: spaceRoleSchema })),
  /** What this browser's person facilitated and somebody deleted, while it can be brought back. */
  deleted: z.array(z.object({ id: z.string(), name: z.string(), purgedAt: z.iso.datetime() })),
});
export type DeletedSpace = z.infer<typeof spaceListSchema>["deleted"][number];

export const spaceDeletionSchema = z.strictObject({
  opId: z.uuid(),
  /** The space's name, typed, so that the right one goes. */
  name: storableText(TEXT_LIMITS.title, 1),
  /** keep: they stand alone from now on, with everybody's seats; delete: they go with the space. */
  worksheets: z.enum(["keep", "delete"]),
});
export type SpaceDeletion = z.infer<typeof spaceDeletionSchema>;

export const spaceSettingsSchema = z.strictObject({
  opId: z.uuid(),
  name: nameSchema.optional(),
  language: languageSchema.optional(),
  /** Only ahead; the numbers left out are explained by `reason`. */
  nextNumber: z.number().int().min(1).max(MAX_RECORD_NUMBER).optional(),
  reason: storableText(TEXT_LIMITS.reason).optional(),
});
export type SpaceSettings = z.infer<typeof spaceSettingsSchema>;

export const spaceMemberInputSchema = z.strictObject({
  opId: z.uuid(),
  role: spaceRoleSchema.optional(),
  name: personNameSchema.optional(),
});
export type SpaceMemberInput = z.infer<typeof spaceMemberInputSchema>;

export const spaceLinkListSchema = z.object({
  links: z.array(
    z.object({
      id: z.string(),
      kind: spaceLinkKindSchema,
      name: z.string().nullable(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
      revokedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type SpaceLinkView = z.infer<typeof spaceLinkListSchema>["links"][number];

/**
 * Moving a worksheet in: the space is one where you are a facilitator or a member. A browser's session proves that; a script,
 * whose own token opens the worksheet only, adds its token of the space.
 */
export const moveInputSchema = z.strictObject({ opId: z.uuid(), spaceId: z.string().max(64), spaceToken: storableText(200, 1).optional() });
/** `renumbered`: the number that a decision had alone was taken in the space, and it has another now. */
export const movedSchema = z.object({ seq: z.number().int(), number: z.number().int().nullable(), renumbered: z.boolean() });

export const numberListSchema = z.object({
  next: z.number().int(),
  taken: z.number().int(),
  gaps: z.array(
    z.object({
      first: z.number().int().max(NUMBER_LIMIT),
      last: z.number().int().max(NUMBER_LIMIT),
      why: z.enum(["skipped", "not_imported", "before_first"]),
      reason: z.string(),
      by: z.string(),
    }),
  ),
  /** Numbers that are taken by something that is not in the log any more. */
  gone: z.array(z.object({ number: z.number().int(), title: z.string() })),
});
export type NumberList = z.infer<typeof numberListSchema>;

import { z } from "zod";
import { basisSchema, questionIdSchema } from "../answers/schema";
import { auditRowSchema } from "../audit/chain";
import { jsonSchema } from "../json";
import { LOCALES } from "../messages/locales";
import { namedPersonSchema } from "../record/export-json";
import { sha256HexSchema } from "../record/schema";
import { storableText, TEXT_LIMITS } from "../text";
import { keepMonthsSchema } from "../worksheet/retention";
import {
  assuranceHowSchema,
  assuranceSchema,
  frameAnswersSchema,
  reachedSchema,
  revisionStatusSchema,
  roleSchema,
  stageSchema,
  verdictSchema,
} from "../worksheet/schema";

export const FILE_FORMAT = "shortlist-worksheet";
/** Raised when a reader of the version before could misread the file. */
export const FILE_VERSION = 2;

const id = z.uuid();
const at = z.iso.datetime();
const name = storableText(500);
const text = storableText(TEXT_LIMITS.section);
const short = storableText(TEXT_LIMITS.note);
const by = { byMemberId: id, byName: name, at };
const version = z.int().min(0).max(1_000_000_000);
/** Read one by one up to the first few that are wrong: a file of millions of empty rows would otherwise be as many complaints. */
const many = <T extends z.ZodType>(item: T, most = 20_000) =>
  z
    .array(z.unknown())
    .max(most)
    .transform((rows, context) => {
      const read: z.output<T>[] = [];
      for (const [index, row] of rows.entries()) {
        const one = item.safeParse(row);
        if (one.success) read.push(one.data);
        else for (const { message, path } of one.error.issues) context.addIssue({ code: "custom", message, path: [index, ...path] });
        if (context.issues.length > 20) break;
      }
      return read;
    });

const memberSchema = z.object({ id, name, role: roleSchema, createdAt: at, removedAt: at.nullable(), erasedAt: at.nullable() });
const answerSchema = z.object({
  memberId: id,
  field: short,
  round: z.int().min(1).max(2),
  question: questionIdSchema,
  value: jsonSchema.nullable(),
  unknown: z.boolean(),
  basis: basisSchema.nullable(),
  reason: short.nullable(),
  version,
  late: z.boolean(),
  savedAt: at,
});
const positionSchema = z.object({
  field: short,
  value: jsonSchema.nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reached: reachedSchema,
  reason: short,
  version,
  ...by,
});

const revisionSchema = z.object({
  n: z.int().min(1),
  /** The record's canonical text, byte for byte. */
  canonical: z.string(),
  sha256: sha256HexSchema,
  people: many(namedPersonSchema, 1_000),
  status: revisionStatusSchema,
  byMemberId: id,
  at,
  decidedAt: at.nullable(),
  number: z.int().min(1).nullable(),
  required: z.int().min(1).nullable(),
  inOrder: z.boolean(),
  deadline: at.nullable(),
});
const approvalSchema = z.object({
  n: z.int().min(1),
  approverId: id,
  verdict: verdictSchema,
  comment: text,
  typedName: name,
  sha256: sha256HexSchema,
  assurance: assuranceSchema,
  how: assuranceHowSchema,
  at,
  statement: z.string(),
  proof: jsonSchema.nullable(),
});

/** What a team said and did around the answers, in the database's own columns. */
const workshopShape = {
  topics: many(z.object({ field: short, state: short, owner: name.nullable(), dueOn: z.string().nullable(), ...by })),
  comments: many(z.object({ id, subject: short, text, url: short.nullable(), ...by })),
  consentRounds: many(z.object({ id, subject: short, proposal: text, byMemberId: id, byName: name, openedAt: at, closedAt: at })),
  consents: many(
    z.object({
      roundId: id,
      memberId: id,
      memberName: name,
      choice: short,
      text,
      remedy: text,
      at,
      commitText: text.nullable(),
      commitCondition: text.nullable(),
      commitNamed: z.boolean(),
      committedAt: at.nullable(),
    }),
  ),
  premortem: z.object({ startedAt: at, byMemberId: id, revealedAt: at }).nullable(),
  premortemCards: many(z.object({ id, memberId: id, text, at, theme: short, outcome: short.nullable(), reason: short })),
};

/** The candidates, prices and settings that the team set by hand. */
const handworkShape = {
  overrides: many(z.object({ candidate: short, action: z.enum(["restore", "exclude"]), reason: short, version, ...by })),
  candidates: many(z.object({ candidate: short, facts: jsonSchema, ...by })),
  prices: many(z.object({ priceId: short, usd: short.nullable(), asOf: short, reason: short, version, ...by })),
  costSettings: many(z.object({ key: short, value: jsonSchema.nullable(), version, ...by })),
  disclosures: many(z.object({ kind: short, ...by })),
  gutChecks: many(z.object({ memberId: id, candidate: short.nullable(), at })),
  rankings: many(z.object({ memberId: id, order: jsonSchema, at })),
  scores: many(z.object({ candidate: short, criterion: short, score: z.int().min(0).max(10), version, ...by })),
};

export const sealFileSchema = z.object({
  n: z.int().min(1),
  paper: z.enum(["A4", "LETTER"]),
  pdf: z.base64(),
  sha256: sha256HexSchema,
  level: short,
  unprintable: many(short),
  sealedAt: at,
});

/** Came with version 2; a file of version 1 has none of it. */
const laterShape = {
  /** Earlier texts of the decision's sections. */
  sectionHistory: many(z.object({ section: short, version, text, startedAt: at, ...by })).default([]),
  roleChanges: many(z.object({ kind: short, memberId: id, memberName: name, ...by })).default([]),
  /** Decisions that this one replaces or that replace it; they are not in the file. `id` is their worksheet at the source. */
  supersessions: many(
    z.object({
      id,
      direction: z.enum(["replaces", "replaced_by"]),
      title: short,
      number: z.int().min(1).nullable(),
      isPartial: z.boolean(),
      isAccepted: z.boolean(),
      note: short,
    }),
    1_000,
  ).default([]),
  /** Numbers that were reported after the decision, with the name of the key or the person that sent them. */
  metrics: many(z.object({ metric: short, value: z.number(), unit: short, at, source: short, byName: name, receivedAt: at })).default([]),
  /** What the accepted record waits for, and what of it fired. */
  triggers: many(
    z.object({
      n: z.int().min(1),
      key: short,
      kind: z.enum(["date", "metric", "event"]),
      text,
      dueOn: at.nullable(),
      metric: short.nullable(),
      direction: short.nullable(),
      threshold: z.number().nullable(),
      firing: z
        .object({
          at,
          value: z.number().nullable(),
          unit: short.nullable(),
          source: short.nullable(),
          measuredAt: at.nullable(),
          byName: name.nullable(),
        })
        .nullable(),
    }),
  ).default([]),
};

/** A whole worksheet in one file. Ids are the source's; an import gives every one of them anew. */
export const worksheetFileSchema = z.strictObject({
  format: z.literal(FILE_FORMAT),
  /** 1 had nothing of what `laterShape` names. */
  version: z.int().min(1).max(FILE_VERSION),
  exportedAt: at,
  /** Origin of the installation that wrote the file. */
  origin: short,
  worksheet: z.object({
    id,
    title: storableText(TEXT_LIMITS.title, 1),
    scope: short,
    language: z.enum(LOCALES),
    stage: stageSchema,
    frame: frameAnswersSchema,
    timeZone: short,
    template: short.nullable(),
    nextNumber: z.int().min(1),
    createdAt: at,
    keepMonths: keepMonthsSchema.nullish(),
  }),
  members: many(memberSchema, 1_000),
  reveals: many(z.object({ question: questionIdSchema, byMemberId: id, at }), 5),
  answers: many(answerSchema, 200_000),
  positions: many(positionSchema),
  sections: many(z.object({ section: short, text, version, ...by })),
  marks: many(z.object({ kind: short, key: short, text, data: jsonSchema, ...by })),
  ...workshopShape,
  ...handworkShape,
  signOffRule: z.object({ required: z.int().min(1).nullable(), inOrder: z.boolean(), deadline: at.nullable() }).nullable(),
  approvers: many(
    z.object({
      id,
      memberId: id,
      createdAt: at,
      removedAt: at.nullable(),
      place: z.int(),
      delegatedAt: at.nullable(),
      delegateOf: id.nullable(),
    }),
    1_000,
  ),
  revisions: many(revisionSchema, 1_000),
  approvals: many(approvalSchema),
  statusActs: many(z.object({ id, n: z.int().min(1), status: short, reason: short, ...by })),
  reviews: many(
    z.object({
      id,
      revision: z.int().min(1),
      onDay: short,
      actuals: jsonSchema,
      reconsider: jsonSchema,
      outcome: short,
      lookAgainOn: short.nullable(),
      note: text,
      ...by,
    }),
  ),
  /** The history as it was hashed, over the source's id. */
  audit: many(auditRowSchema, 200_000),
  seals: many(sealFileSchema, 200),
  ...laterShape,
});
export type WorksheetFile = z.infer<typeof worksheetFileSchema>;

import { z } from "zod";
import { findField } from "../answers/fields";
import { answersSchema, questionIdSchema, workloadShapeSchema } from "../answers/schema";
import { systemSchema } from "../catalogue/schema";
import { jsonSchema } from "../json";
import { messageRefSchema } from "../messages/message-ref";
import { LIST_LIMIT, storableText, TEXT_LIMITS } from "../text";

/** What goes into and comes out of the engine: the `POST /evaluate` contract and its inner twin with message refs. */

export const effectSchema = z.enum(["ELIM", "COND", "DEMOTE", "PREFER", "WARN", "ASK"]);
export type Effect = z.infer<typeof effectSchema>;
export const strengthSchema = z.enum(["fact", "rule_of_thumb", "house_rule"]);
export type Strength = z.infer<typeof strengthSchema>;
export const outcomeSchema = z.enum(["fires", "passes", "unknown"]);
export type Outcome = z.infer<typeof outcomeSchema>;
export const candidateStatusSchema = z.enum(["shortlisted", "remaining", "near-miss", "eliminated", "filed", "hosting"]);
export type CandidateStatus = z.infer<typeof candidateStatusSchema>;
/** Where a candidate left: the frame, one of the five questions, or nowhere (excluded by hand). */
export const stepSchema = z.enum(["frame", ...questionIdSchema.options]);
export type Step = z.infer<typeof stepSchema>;

const answerCitationSchema = z.object({ path: z.string(), value: jsonSchema });
const factCitationSchema = z.object({ field: z.string(), value: jsonSchema });
export type AnswerCitation = z.infer<typeof answerCitationSchema>;
export type FactCitation = z.infer<typeof factCitationSchema>;

export const overrideSchema = z.strictObject({
  candidate: z.string().min(1).max(TEXT_LIMITS.name),
  action: z.enum(["restore", "exclude"]),
  reason: storableText(TEXT_LIMITS.reason, 1),
});
export type Override = z.infer<typeof overrideSchema>;

const { shape } = systemSchema;

const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, "Use lower-case letters, digits and hyphens.");

/** A candidate that the team added. What it leaves out is unknown, and eliminates nothing. */
export const customSystemSchema = z.strictObject({
  id: idSchema,
  name: storableText(TEXT_LIMITS.name, 1),
  /** The engine that it is a kind of, by its id in the catalogue: what the team said of that engine holds for it. */
  family: idSchema.optional(),
  /** How sure the facts are: unsure ones cannot eliminate it on their own. */
  confidence: shape.confidence.optional(),
  workload_fit: z.partialRecord(workloadShapeSchema, shape.workload_fit.shape.relational.shape.fit).optional(),
  roles: shape.roles.max(LIST_LIMIT).optional(),
  transactions: shape.transactions.optional(),
  tx_scope: shape.tx_scope.unwrap().optional(),
  strongest: shape.consistency.shape.strongest.shape.ladder.optional(),
  default: shape.consistency.shape.default.shape.ladder.optional(),
  fresh_reads_available: shape.consistency.shape.fresh_reads_available.optional(),
  fresh_reads_default: shape.consistency.shape.fresh_reads_default.optional(),
  fresh_read_setting: storableText(TEXT_LIMITS.name, 1).optional(),
  loss_window: shape.loss_window.unwrap().optional(),
  multi_region_writes: shape.replication.shape.multi_region_writes.optional(),
  write_scaling: shape.scale.shape.write_scaling.optional(),
  writes_typical: z.number().min(0).optional(),
  writes_tuned_max: z.number().min(0).optional(),
  /** What one node holds in practice, in GB. */
  node_gb: z.number().positive().optional(),
  max_gb: z.number().positive().optional(),
  self_host_difficulty: z.number().int().min(1).max(5).optional(),
  failover_s: z.number().min(0).optional(),
  skills_commonness: shape.skills_commonness.optional(),
  osi_approved: z.boolean().optional(),
  free_to_self_host: z.boolean().optional(),
  copyleft: shape.licence.shape.copyleft.unwrap().optional(),
  steward: shape.licence.shape.steward.unwrap().optional(),
  modes: z.array(shape.deployment.shape.modes.element).max(LIST_LIMIT).optional(),
  clouds: z.array(shape.deployment.shape.clouds.element).max(LIST_LIMIT).optional(),
  on_prem: z.boolean().optional(),
  managed: z.boolean().optional(),
  pricing_shapes: shape.pricing_shapes.max(LIST_LIMIT).optional(),
  /** Smallest production set-up in USD a month: bought as a service, and run by oneself without labour. */
  managed_usd_month: z.number().min(0).optional(),
  self_usd_month: z.number().min(0).optional(),
  features: z.array(storableText(TEXT_LIMITS.name, 1)).max(LIST_LIMIT).optional(),
  drivers: z.array(storableText(TEXT_LIMITS.name, 1)).max(LIST_LIMIT).optional(),
  /** Extensions that can be added to it. */
  extensions: z.array(storableText(TEXT_LIMITS.name, 1)).max(LIST_LIMIT).optional(),
  lock_in: z.number().int().min(0).max(12).optional(),
});
export type CustomSystem = z.infer<typeof customSystemSchema>;

/** Between which numbers the truth may lie, by answer path: a near miss is one whose threshold lies inside. */
export const bandsSchema = z.record(z.string(), z.strictObject({ low: z.number().min(0), high: z.number().min(0) }));
export type Bands = z.infer<typeof bandsSchema>;

const candidateIdSchema = z.string().min(1).max(TEXT_LIMITS.name);

export const evaluateRequestSchema = z
  .strictObject({
    answers: answersSchema.default({}),
    candidates: z.array(candidateIdSchema).min(1).max(200).optional(),
    custom: z.array(customSystemSchema).max(LIST_LIMIT).optional(),
    overrides: z.array(overrideSchema).max(200).optional(),
    bands: bandsSchema.optional(),
    /** The day on which an end of support is near or far. */
    today: z.iso.date("Write the date as 2027-06-30.").optional(),
  })
  .superRefine(({ custom = [], overrides = [], bands = {} }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    overrides.forEach(({ candidate }, i) => {
      if (overrides.findIndex((other) => other.candidate === candidate) < i) refuse(["overrides", i, "candidate"], "Overridden twice.");
    });
    custom.forEach(({ id }, i) => {
      if (custom.findIndex((other) => other.id === id) < i) refuse(["custom", i, "id"], "This id is used twice.");
    });
    for (const [path, { low, high }] of Object.entries(bands)) {
      if (findField(path)?.type !== "number") refuse(["bands", path], "No question asks for this number.");
      if (low > high) refuse(["bands", path, "low"], "Low is above high.");
    }
  });
export type EvaluateRequest = z.infer<typeof evaluateRequestSchema>;

/** The engine's result with refs where people will read sentences. */
export const evaluationSchema = resultSchema(messageRefSchema);
export type Evaluation = z.infer<typeof evaluationSchema>;
/** The same with words, as `POST /evaluate` replies. */
export const evaluateReplySchema = resultSchema(z.string());
export type EvaluateReply = z.infer<typeof evaluateReplySchema>;

export type Candidate = Evaluation["candidates"][number];
export type TrailEntry = Candidate["rules"][number];
export type ComeBack = Candidate["comesBackIf"][number];
export type ComeBackPair = NonNullable<Candidate["comesBackIfBoth"]>[number];
export type ComeBackSet = NonNullable<Candidate["comesBackIfAll"]>[number];
export type Flip = Evaluation["flips"][number];
export type FlipPair = NonNullable<Evaluation["flipPairs"]>[number];
export type Relaxation = NonNullable<Evaluation["relaxations"]>[number];
export type Companion = Evaluation["companions"][number];

function resultSchema<T extends z.ZodType>(text: T) {
  const trailEntry = z.object({
    id: z.string(),
    effect: effectSchema,
    strength: strengthSchema,
    outcome: outcomeSchema,
    text,
    answer: z.array(answerCitationSchema),
    fact: factCitationSchema.nullable(),
    source: z.object({ rule: z.string(), facts: z.array(z.string()) }),
  });
  const change = { field: z.string(), from: jsonSchema, to: jsonSchema };
  return z.object({
    shortlist: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        points: z.number(),
        hosting: z.array(z.string()),
        /** Services without an entry of their own. */
        otherHosting: z.array(z.string()),
        companions: z.array(z.string()),
        /** Living members of the same family with their licences. */
        members: z.array(z.object({ id: z.string(), name: z.string(), licence: z.string() })),
      }),
    ),
    /** Always beside the three: what runs today, and no new database. */
    standing: z.array(
      z.object({ kind: z.enum(["what_we_run", "no_new_database"]), id: z.string().nullable(), isFirst: z.boolean(), text }),
    ),
    candidates: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        family: z.string().nullable(),
        status: candidateStatusSchema,
        leftAt: stepSchema.nullable(),
        points: z.number(),
        override: overrideSchema.pick({ action: true, reason: true }).nullable(),
        rules: z.array(trailEntry),
        /**
         * For a near miss: the number that removed it, and how many times it is beyond the threshold. At most 2, unless the
         * threshold lies inside the band of what the members estimate, which is then given.
         */
        missedBy: z
          .object({
            rule: z.string(),
            field: z.string(),
            answer: z.number(),
            threshold: z.number(),
            factor: z.number(),
            band: z.object({ low: z.number(), high: z.number() }).optional(),
          })
          .optional(),
        comesBackIf: z.array(z.object({ ...change, text })),
        /** Two changes that together bring it back; only where no single one does. */
        comesBackIfBoth: z.array(z.object({ changes: z.array(z.object(change)).length(2), text })).optional(),
        /** Three or four changes that together bring it back; only where no two do. Without any of the three it cannot come back. */
        comesBackIfAll: z.array(z.object({ changes: z.array(z.object(change)).min(3), text })).optional(),
      }),
    ),
    /** Second stores: included in a finalist, needed, or open until an answer is given. */
    companions: z.array(
      z.object({ id: z.string(), shape: workloadShapeSchema, need: z.enum(["included", "needed", "open"]), rule: z.string(), text }),
    ),
    warnings: z.array(z.object({ id: z.string(), candidate: z.string().nullable(), text })),
    questions: z.array(z.object({ id: z.string(), candidate: z.string().nullable(), field: z.string().nullable(), text })),
    openAssumptions: z.array(z.object({ field: z.string(), rules: z.array(z.string()) })),
    flips: z.array(
      z.object({ change: z.object(change), adds: z.array(z.string()), removes: z.array(z.string()), headroom: z.number().nullable() }),
    ),
    /** Two changes at once, looked for only where no single one changes the list. */
    flipPairs: z
      .array(z.object({ changes: z.array(z.object(change)).length(2), adds: z.array(z.string()), removes: z.array(z.string()) }))
      .optional(),
    /** Where several audiences get the product: the list for each of them (F-11). */
    audiences: z
      .array(z.object({ distribution: answersSchema.shape.frame.unwrap().shape.distribution.unwrap(), shortlist: z.array(z.string()) }))
      .optional(),
    /** For an empty list: the smallest sets of answers that, left open (`to: null`), bring something back. */
    relaxations: z.array(z.object({ changes: z.array(z.object(change)), adds: z.array(z.string()), text })).optional(),
    versions: z.object({ catalogue: z.string(), rules: z.string(), engine: z.string() }),
    hash: z.string(),
  });
}

import { z } from "zod";
import { adrWarningCodeSchema } from "../adr-import/schema";
import { doorSchema } from "../catalogue/door";
import { storableText, TEXT_LIMITS } from "../text";

/** Where a record stands for whoever reads the log; `unknown` where an imported file states nothing usual. */
export const logStatusSchema = z.enum(["draft", "proposed", "accepted", "rejected", "deprecated", "superseded", "unknown"]);
export type LogStatus = z.infer<typeof logStatusSchema>;

/** What still counts or may come to count: neither replaced, nor rejected, nor given up. The log shows these unless asked. */
export const ACTIVE_STATUSES = ["draft", "proposed", "accepted", "unknown"] as const satisfies readonly LogStatus[];

const MAX_TAG = 40;
const MAX_TAGS = 20;
const tagSchema = storableText(MAX_TAG, 1)
  .transform((tag) => tag.trim().replace(/\s+/gu, " ").toLowerCase())
  .refine((tag) => tag !== "", "Write a tag.");

/** The filters of the log, as they stand in its address. */
export const logFilterSchema = z.object({
  q: storableText(TEXT_LIMITS.title).optional(),
  status: z.enum(["active", "all", ...logStatusSchema.options]).optional(),
  engine: z.string().max(80).optional(),
  tag: storableText(MAX_TAG).optional(),
  /** now: the review date has come; soon: it comes within 30 days. */
  due: z.enum(["now", "soon"]).optional(),
});
export type LogFilter = z.infer<typeof logFilterSchema>;

/**
 * The filters of an address that people may have typed or kept from another version: what cannot be read is left out.
 * @example readLogFilter({ status: "nonsense", q: "redis" }) // { q: "redis" }
 */
export function readLogFilter(params: Record<string, unknown>): LogFilter {
  const read = Object.entries(logFilterSchema.shape).map(([key, schema]) => [key, schema.safeParse(params[key]).data] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined && value !== ""));
}

export const DUE_SOON_DAYS = 30;
export const LOG_PAGE = 50;

/** A link to another line of the log, for the chain "0007 → 0014". */
const linkedSchema = z.object({
  id: z.string(),
  worksheetId: z.string().nullable(),
  number: z.number().int().nullable(),
  title: z.string(),
  isPartial: z.boolean(),
});
export type LinkedEntry = z.infer<typeof linkedSchema>;

export const logEntrySchema = z.object({
  id: z.string(),
  /** Null for an imported record. */
  worksheetId: z.string().nullable(),
  number: z.number().int().nullable(),
  /** The number that an imported file states, where another record has it. */
  numberWritten: z.string().nullable(),
  title: z.string(),
  status: logStatusSchema,
  statusWritten: z.string().nullable(),
  chosen: z.string().nullable(),
  /** Catalogue ids. */
  engines: z.array(z.string()),
  tags: z.array(z.string()),
  /** ISO day. */
  decidedOn: z.string().nullable(),
  approvers: z.array(z.string()),
  /** ISO day of the next look at it. */
  reviewOn: z.string().nullable(),
  isDue: z.boolean(),
  /** ISO day since which it is due: its day that has come, or the day on which a number passed its line. */
  dueSince: z.string().nullable(),
  /** What leaving the chosen system would be like by today's catalogue; null where none of the catalogue is chosen here. */
  door: doorSchema.nullable(),
  /** Null where a file does not say. */
  hasDissent: z.boolean().nullable(),
  replaces: z.array(linkedSchema),
  replacedBy: z.array(linkedSchema),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

export const logPageSchema = z.object({
  entries: z.array(logEntrySchema),
  /** How many the filters leave; on the first page only. */
  total: z.number().int().nullable(),
  /** How many of all are due now; on the first page only. */
  due: z.number().int().nullable(),
  /** Give it as `cursor` for the next page; null on the last. */
  next: z.string().nullable(),
});
export type LogPage = z.infer<typeof logPageSchema>;

const countedSchema = z.array(z.object({ value: z.string(), name: z.string(), count: z.number().int() }));
/** What can be filtered by, with how many lines each leaves. */
export const logFacetsSchema = z.object({ total: z.number().int(), statuses: countedSchema, engines: countedSchema, tags: countedSchema });
export type LogFacets = z.infer<typeof logFacetsSchema>;

export const tagsInputSchema = z.strictObject({
  opId: z.uuid(),
  tags: z
    .array(tagSchema)
    .max(MAX_TAGS)
    .transform((tags) => [...new Set(tags)]),
});

/** Which decision of ours replaces an imported record, all of it or a part; null when none does. */
export const replacedInputSchema = z.strictObject({ opId: z.uuid(), by: z.uuid().nullable(), isPartial: z.boolean().default(false) });

/** A decision of ours in the same log, to choose from. */
export const ownDecisionSchema = z.object({ id: z.string(), number: z.number().int().nullable(), title: z.string() });
export type OwnDecision = z.infer<typeof ownDecisionSchema>;

/** An imported record as it stands in its file. */
export const importedRecordSchema = z.object({
  entry: logEntrySchema,
  path: z.string(),
  format: z.string(),
  text: z.string(),
  warnings: z.array(adrWarningCodeSchema),
  by: z.string(),
  at: z.iso.datetime(),
});
export type ImportedRecord = z.infer<typeof importedRecordSchema>;

/** Files in one call of an import, and bytes of all of them together before they are encoded. */
export const IMPORT_BATCH = { files: 100, bytes: 12 * 1024 * 1024 } as const;

const base64Schema = z
  .string()
  .refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(text), "Send the file's bytes as base64.");

export const importInputSchema = z.strictObject({
  opId: z.uuid(),
  files: z
    .array(z.strictObject({ path: storableText(1_000, 1), content: base64Schema }))
    .min(1)
    .max(IMPORT_BATCH.files, `Send at most ${IMPORT_BATCH.files} files at once.`),
});

export const importOutcomeSchema = z.object({
  path: z.string(),
  /** added; known: the same bytes are in the log; left_out: no record, for a reason. */
  outcome: z.enum(["added", "known", "left_out"]),
  reason: z.enum(["empty", "binary", "too_large", "not_markdown", "template", "no_form"]).nullable(),
  entryId: z.string().nullable(),
  title: z.string().nullable(),
  number: z.number().int().nullable(),
  /** The number that the file states and another record has. */
  numberTaken: z.string().nullable(),
  status: logStatusSchema.nullable(),
  warnings: z.array(adrWarningCodeSchema),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;
export const importReplySchema = z.object({ files: z.array(importOutcomeSchema) });

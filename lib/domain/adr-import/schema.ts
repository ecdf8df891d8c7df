import { z } from "zod";

/** The largest file that is read, in bytes. */
export const MAX_ADR_BYTES = 5 * 1024 * 1024;

/** The forms a record may be written in. A file whose values are all placeholders is a template of its form. */
const FORMS = [
  "madr-1",
  "madr-2",
  "madr-3",
  "madr-4",
  "nygard",
  "nygard-flattened",
  "log4brains",
  "log4brains-nygard-hybrid",
  "backstage",
  "y-statement",
  "unknown",
] as const;
export type AdrForm = (typeof FORMS)[number];

export const adrWarningCodeSchema = z.enum([
  "byte_order_mark",
  "not_utf8",
  "front_matter_invalid",
  "front_matter_unclosed",
  "unclosed_fence",
  "too_many_sections",
  "no_title",
  "no_status",
  "unusual_status",
  "unreadable_date",
  "version_assumed",
  "template",
  "no_form",
]);
export type AdrWarningCode = z.infer<typeof adrWarningCodeSchema>;

const section = z.object({
  /** 1 and 2 for headings of that level; 0 for what stands before the first, and for plain words used as headings. */
  level: z.number().int(),
  heading: z.string().nullable(),
  /** The section as written, its heading line included. */
  text: z.string(),
});
export type ParsedSection = z.infer<typeof section>;

const MAX_SHOWN = 2_000;

/** A record as read from a file. `frontMatter` and the texts of `sections` put together are the file, byte for byte. */
export const parsedAdrSchema = z.object({
  format: z.string().max(80),
  title: z.string().nullable(),
  titleRaw: z.string().nullable(),
  /** Decimal digits without leading zeros. */
  number: z.string().nullable(),
  numberSource: z.enum(["heading", "front-matter title", "filename", "first line"]).nullable(),
  /** Lower case; "unknown" when the file states none. */
  status: z.string().max(MAX_SHOWN),
  statusRaw: z.string().nullable(),
  /** ISO, to the month where the file says no more. */
  date: z.string().nullable(),
  dateRaw: z.string().nullable(),
  dateSource: z.enum(["front-matter", "body"]).nullable(),
  /** A date that only the file's name states. */
  filenameDate: z.string().nullable(),
  deciders: z.array(z.string()),
  tags: z.array(z.string()),
  consideredOptions: z.array(z.string()),
  chosenOption: z.string().nullable(),
  supersededBy: z.string().nullable(),
  supersedes: z.string().nullable(),
  yStatement: z.string().nullable(),
  frontMatter: z.string(),
  sections: z.array(section),
  warnings: z.array(adrWarningCodeSchema),
});
export type ParsedAdr = z.infer<typeof parsedAdrSchema>;

/** Why a file cannot be read at all. */
export const unreadableReasonSchema = z.enum(["empty", "binary", "too_large"]);
export type UnreadableReason = z.infer<typeof unreadableReasonSchema>;

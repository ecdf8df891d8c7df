import { z } from "zod";
import { parseAdr } from "./parse-adr";
import type { ParsedAdr } from "./schema";

const text = z.string().nullish();

/** What a person found in one file, in the form of the corpus. Only what is stated is compared. */
const expectedSchema = z.looseObject({
  file: z.string(),
  format: text,
  title: text,
  title_raw: text,
  number: text,
  number_source: text,
  status: text,
  date: text,
  date_source: text,
  filename_date: text,
  deciders: z.array(z.string()).nullish(),
  tags: z.array(z.string()).nullish(),
  considered_options: z.array(z.string()).nullish(),
  chosen_option: text,
  superseded_by: text,
  supersedes: text,
  y_statement: z.unknown().optional(),
  h2_sections: z.array(z.string()).nullish(),
  chars: z.number().nullish(),
  ends_with_newline: z.boolean().nullish(),
});
export const corpusSchema = z.object({ schema_version: z.literal(1), records: z.array(expectedSchema) });
export type ExpectedAdr = z.infer<typeof expectedSchema>;

export type CorpusDifference = { field: string; expected: unknown; found: unknown };

/**
 * Where a file reads otherwise than a person read it; none when it passes. A version that the file does not show (MADR 3 or
 * 4) is compared by its family.
 * @example checkFile(expected, bytes) // []
 */
export function checkFile(expected: ExpectedAdr, bytes: Uint8Array | null): CorpusDifference[] {
  if (bytes === null) return [{ field: "file", expected: expected.file, found: null }];
  const parsed = parseAdr(bytes, expected.file);
  if (!parsed.ok) return [{ field: "file", expected: "a record", found: parsed.reason }];
  const { adr } = parsed;
  const whole = adr.frontMatter + adr.sections.map((section) => section.text).join("");
  const isAssumed = adr.warnings.includes("version_assumed");
  const family = (format: string) => (isAssumed ? format.replace(/\d/u, "") : format);
  const found: [keyof ExpectedAdr, unknown][] = [
    ["format", typeof expected.format === "string" && family(adr.format) === family(expected.format) ? expected.format : adr.format],
    ["title", adr.title],
    ["title_raw", adr.titleRaw],
    ["number", adr.number],
    ["number_source", adr.numberSource],
    ["status", adr.status === "unknown" ? null : adr.status],
    ["date", adr.date],
    ["date_source", adr.dateSource],
    ["filename_date", adr.filenameDate],
    ["deciders", adr.deciders],
    ["tags", adr.tags],
    ["considered_options", adr.consideredOptions],
    ["chosen_option", adr.chosenOption],
    ["superseded_by", adr.supersededBy],
    ["supersedes", adr.supersedes],
    ["y_statement", yStatement(expected, adr)],
    ["h2_sections", adr.sections.filter(({ level }) => level === 2).map(({ heading }) => heading)],
    ["chars", [...whole].length],
    ["ends_with_newline", whole.endsWith("\n")],
  ];
  const differences = found.filter(([field, value]) => expected[field] !== undefined && !isSame(expected[field], value));
  const lossless = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) === whole || adr.warnings.includes("not_utf8");
  return [
    ...differences.map(([field, value]) => ({ field, expected: expected[field], found: value })),
    ...(lossless ? [] : [{ field: "lossless", expected: true, found: false }]),
  ];
}

/** The corpus may state the sentence or only that there is one. */
function yStatement(expected: ExpectedAdr, adr: ParsedAdr): unknown {
  return typeof expected.y_statement === "boolean" ? adr.yStatement !== null : adr.yStatement;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import fc from "fast-check";
import { FIELDS, type FieldDef, nestAnswers } from "../../answers/fields";
import type { Answers } from "../../answers/schema";

const NAMED = ["postgresql", "mysql", "sqlite", "mongodb", "amazon-rds", "timescaledb", "no-such-system"];
const NUMBERS = [0, 1, 2, 3, 5, 9, 10, 15, 20, 40, 50, 70, 100, 500, 1_000, 5_000, 10_000, 50_000, 60_000, 100_000, 1_000_000, 100_000_000];

/** Any value that a field accepts, with numbers on and around the thresholds of the rules. */
export function anyValue(field: FieldDef): fc.Arbitrary<unknown> {
  switch (field.type) {
    case "choice":
    case "ordinal":
      return fc.constantFrom(...field.options);
    case "multi":
      return fc.subarray([...field.options]);
    case "number":
      return field.unit === "percent" ? fc.integer({ min: 0, max: 100 }) : fc.constantFrom(...NUMBERS);
    case "date":
      return fc.constantFrom("2026-01-01", "2027-06-30", "2031-12-31");
    case "experience":
      return fc.dictionary(fc.constantFrom(...NAMED), fc.constantFrom("none", "local", "production"), { maxKeys: 4 });
    case "word":
      return fc.constantFrom(...NAMED, "none");
    case "words":
    case "lines":
      return fc.subarray(NAMED);
  }
}

/** Any answers: each field blank about two times in three, as real worksheets are. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(FIELDS.map((field) => [field.path, fc.option(anyValue(field), { freq: 1, nil: undefined })])))
  .map((flat) => nestAnswers(flat) as Answers);

/** Answers with most fields given, to reach rules that need several at once. */
export const fullAnswers: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(FIELDS.map((field) => [field.path, fc.option(anyValue(field), { freq: 6, nil: undefined })])))
  .map((flat) => nestAnswers(flat) as Answers);

import { FIELDS, type FieldDef } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { withAnswer } from "../engine/answer-path";
import type { Axis } from "./decide-among";
import { seededRandom } from "./seeded-random";

const VARIABLE = FIELDS.filter((field) => ["choice", "ordinal", "number", "multi"].includes(field.type));
const NUMBERS = [0, 1, 5, 50, 200, 1_000, 5_001, 20_000, 50_001, 120_000, 3_000_000];

/** Answers of a team and a few fields with two or three values each, drawn from a seed. For tests. Example: `aSplitWorksheet(7)` is always the same. */
export function aSplitWorksheet(seed: number): { base: Answers; axes: Axis[] } {
  const random = seededRandom(`worksheet ${seed}`);
  const share = random();
  const blank: Answers = {
    scale: { evidence: pick(random, ["production", "benchmark", "estimate"] as const) },
    ops: { extensions: random() < 0.2 ? ["timescaledb"] : undefined },
  };
  const base = VARIABLE.reduce(
    (answers, field) => (random() < share ? withAnswer(answers, field.path, aValue(field, random)) : answers),
    blank,
  );
  const axes = VARIABLE.filter(() => random() < 0.2).map((field) => ({
    path: field.path,
    values: [null, aValue(field, random), aValue(field, random)].slice(random() < 0.5 ? 0 : 1),
  }));
  return { base, axes };
}

function aValue(field: FieldDef, random: () => number): unknown {
  if (field.type === "number") return field.unit === "percent" ? pick(random, [0, 5, 50, 95, 100]) : pick(random, NUMBERS);
  if (field.type === "multi") return field.options.filter(() => random() < 0.25);
  return pick(random, field.options);
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

import { nestAnswers } from "../answers/fields";
import { type Answers, workloadShapeSchema } from "../answers/schema";

/** One way to answer the fields of an axis; an empty one leaves them blank. */
type Choice = { id: string; answers: Record<string, unknown> };
export type Axis = { id: string; choices: readonly Choice[] };

/**
 * The fixed grid: every combination of these choices, each with the same weight. It is a yardstick, not a sample of teams:
 * it changes only together with the version of the rules, so that counts of two versions can be compared.
 */
export const GRID_AXES: readonly Axis[] = [
  { id: "shape", choices: workloadShapeSchema.options.map((shape) => ({ id: shape, answers: { "workload.primary": shape } })) },
  {
    id: "consistency",
    choices: [
      { id: "blank", answers: {} },
      { id: "money", answers: { "consistency.ops": ["money"] } },
      {
        id: "relaxed",
        answers: { "consistency.level": "eventual", "consistency.atomic": "one_record", "consistency.fresh_reads": "stale_ok" },
      },
    ],
  },
  {
    id: "scale",
    choices: [
      { id: "small", answers: scale("single", 200, 50, "estimate") },
      { id: "medium", answers: scale("single", 5_000, 2_000, "estimate") },
      { id: "large", answers: scale("single", 60_000, 20_000, "benchmark") },
      { id: "global", answers: scale("multi_write", 5_000, 2_000, "benchmark") },
    ],
  },
  {
    id: "hosting",
    choices: [
      { id: "blank", answers: {} },
      { id: "managed_only", answers: { "ops.hosting": "managed_only" } },
      { id: "self_host_only", answers: { "ops.hosting": "self_host_only" } },
    ],
  },
  {
    id: "cloud",
    choices: [
      { id: "blank", answers: {} },
      { id: "aws", answers: { "ops.clouds": ["aws"] } },
      { id: "gcp", answers: { "ops.clouds": ["gcp"] } },
      { id: "azure", answers: { "ops.clouds": ["azure"] } },
    ],
  },
  {
    id: "licence",
    choices: [
      { id: "blank", answers: {} },
      { id: "osi_only", answers: { "cost.licence_policy": "osi_only" } },
    ],
  },
];

/** How many points the grid has: the product of the choices of its axes, 3,456. */
export const GRID_POINTS = GRID_AXES.reduce((product, axis) => product * axis.choices.length, 1);

/** The answers of every point of the grid, in a fixed order. `[...gridAnswers()].length` is `GRID_POINTS`. */
export function* gridAnswers(axes: readonly Axis[] = GRID_AXES): Generator<Answers> {
  for (const flat of combinations(axes)) yield nestAnswers(flat) as Answers;
}

function* combinations([first, ...rest]: readonly Axis[]): Generator<Record<string, unknown>> {
  if (!first) {
    yield {};
    return;
  }
  for (const choice of first.choices) for (const others of combinations(rest)) yield { ...choice.answers, ...others };
}

function scale(...[regions, writes, gb, evidence]: [regions: string, writes: number, gb: number, evidence: string]) {
  return { "scale.regions": regions, "scale.y3.writes_s": writes, "scale.y3.data_gb": gb, "scale.evidence": evidence };
}

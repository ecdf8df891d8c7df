import { describe, expect, it } from "vitest";
import type { Candidate, Evaluation, Flip, TrailEntry } from "@/lib/domain/engine/schema";
import { doorOf } from "../../domain/catalogue/door";
import { finalistsOf, flipsByField, tightest } from "./finalists";
import { decidingRule, funnelOf } from "./funnel";

const rule = (id: string, effect: TrailEntry["effect"], outcome: TrailEntry["outcome"] = "fires"): TrailEntry => ({
  id,
  effect,
  outcome,
  strength: "fact",
  text: { id: `rules.${id}.text`, params: {} },
  answer: [],
  fact: null,
  source: { rule: id, facts: [] },
});

const candidate = (id: string, rest: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id,
  family: id,
  status: "remaining",
  leftAt: null,
  points: 0,
  override: null,
  rules: [],
  comesBackIf: [],
  ...rest,
});

const flip = (field: string, removes: string[], headroom: number | null): Flip => ({
  change: { field, from: 1, to: 2 },
  adds: [],
  removes,
  headroom,
});

const gone = (id: string, leftAt: Candidate["leftAt"], by: string) =>
  candidate(id, { status: "eliminated", leftAt, rules: [rule("W-99", "ELIM", "passes"), rule(by, "ELIM")] });

const candidates = [
  candidate("postgresql", {
    status: "shortlisted",
    rules: [rule("W-02", "PREFER"), rule("C-06", "WARN"), rule("P-09", "WARN", "unknown")],
  }),
  candidate("mysql"),
  candidate("kafka", { status: "filed" }),
  candidate("amazon-rds", { status: "hosting" }),
  gone("redis", "workload", "W-03"),
  gone("memcached", "workload", "W-03"),
  gone("sqlite", "workload", "W-10"),
  gone("oracle", "cost", "P-01"),
];

describe("the funnel", () => {
  it("counts from all candidates down to the shortlist, stage by stage", () => {
    expect(funnelOf({ candidates }).map(({ stage, before, after }) => [stage, before, after])).toEqual([
      ["workload", 8, 5],
      ["cost", 5, 4],
      ["filed", 4, 3],
      ["hosting", 3, 2],
      ["simplest", 2, 1],
    ]);
  });

  it("groups those who left for the same rule, the largest group first", () => {
    const [workload] = funnelOf({ candidates });
    expect(workload?.groups.map((group) => [group.rule?.id, group.candidates.map(({ id }) => id)])).toEqual([
      ["W-03", ["redis", "memcached"]],
      ["W-10", ["sqlite"]],
    ]);
  });

  it("names only a rule that fires and removes as the deciding one", () => {
    expect(decidingRule(gone("oracle", "cost", "P-01"))?.id).toBe("P-01");
    expect(decidingRule(candidate("mysql", { rules: [rule("W-02", "PREFER")] }))).toBeNull();
  });
});

describe("the finalists", () => {
  const evaluation = {
    shortlist: [{ id: "postgresql", name: "PostgreSQL", points: 3, hosting: [], otherHosting: [], companions: [], members: [] }],
    candidates,
    flips: [
      flip("scale.y3.data_gb", ["postgresql"], 25),
      flip("scale.y3.writes_s", ["postgresql"], 4),
      flip("ops.hosting", ["postgresql"], null),
    ],
  } as unknown as Evaluation;

  it("get letters, the reasons that fired, and only warnings that fired", () => {
    const [first] = finalistsOf(evaluation);
    expect(first).toMatchObject({ letter: "A", conditions: [] });
    expect(first?.reasons.map(({ id }) => id)).toEqual(["W-02"]);
    expect(first?.watch.map(({ id }) => id)).toEqual(["C-06"]);
  });

  it("have the nearest threshold as tightest margin", () => {
    expect(finalistsOf(evaluation)[0]?.margin?.change.field).toBe("scale.y3.writes_s");
    expect(tightest([])).toBeNull();
  });

  it("leave by a choice only through flips without a number", () => {
    expect(finalistsOf(evaluation)[0]?.leavesIf.map((flip) => flip.change.field)).toEqual(["ops.hosting"]);
  });

  it("share one group of flips for each question, the nearest number first", () => {
    expect(flipsByField(evaluation.flips).map((group) => group.field)).toEqual(["scale.y3.writes_s", "scale.y3.data_gb", "ops.hosting"]);
  });
});

it("turns lock-in points into doors", () => {
  expect([0, 3, 4, 8, 9, null].map(doorOf)).toEqual(["two", "two", "heavy", "heavy", "one", "unknown"]);
});

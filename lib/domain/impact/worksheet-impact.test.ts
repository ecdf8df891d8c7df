import { describe, expect, it } from "vitest";
import { answersOf, aPosition, knownBy } from "../disagreement/builders";
import { decide } from "../engine/decide";
import { WAGTAIL_SAMPLE } from "../sample/wagtail";
import type { AnswerView } from "../worksheet/schema";
import { impactSchema } from "./schema";
import { worksheetImpact } from "./worksheet-impact";

const shape = (...values: string[]) => answersOf("workload.primary", values);
const blank = { frame: {}, positions: [], seed: "worksheet 1" };
const impactOf = (answers: AnswerView[], more: Partial<Parameters<typeof worksheetImpact>[0]> = {}) =>
  worksheetImpact({ ...blank, answers, ...more });
const find = (impact: ReturnType<typeof worksheetImpact>, field: string) => impact.fields.find((one) => one.field === field);

const SAMPLE: AnswerView[] = WAGTAIL_SAMPLE.members.flatMap(({ name, answers }) =>
  Object.entries(answers).map(([field, answer]) => ({
    memberId: name,
    field,
    round: 1,
    value: "value" in answer ? (answer.value as AnswerView["value"]) : null,
    unknown: "unknown" in answer,
    basis: "value" in answer ? (answer.basis ?? null) : null,
    reason: null,
    version: 1,
    late: false,
  })),
);

describe("the impact of a team's differences", () => {
  it("says what each answer does to the list", () => {
    const answers = [...shape("relational", "relational", "graph"), ...answersOf("scale.y3.users", [100, 1_000, 50_000])];
    const impact = impactOf(answers);
    expect(impact.fields.map(({ field, bucket }) => [field, bucket])).toEqual([
      ["workload.primary", "changes"],
      ["scale.y3.users", "same"],
    ]);
    const relational = decide({ workload: { primary: "relational" } });
    const graph = decide({ workload: { primary: "graph" } });
    expect(find(impact, "workload.primary")).toMatchObject({ flipShare: 0.333333333, hasProvisional: true, isSettled: false });
    expect(find(impact, "workload.primary")?.outcomes[1]).toMatchObject({
      memberIds: ["cy"],
      values: ["graph"],
      adds: graph.filter((id) => !relational.includes(id)),
      removes: relational.filter((id) => !graph.includes(id)),
    });
    expect(impact.members.map(({ memberId, list }) => [memberId, list])).toEqual([
      ["ada", relational],
      ["bo", relational],
      ["cy", graph],
    ]);
  });

  it("weighs members alike over all combinations", () => {
    const { combinations } = impactOf(shape("relational", "relational", "graph"));
    expect(combinations).toMatchObject({ possible: 2, distinct: 2, tried: 2, isExact: true, stability: 0.666666667, isTied: false });
  });

  it("does not compare lists with a provisional one where the team is tied", () => {
    const tied = find(impactOf(shape("relational", "graph")), "workload.primary");
    expect(tied?.hasProvisional).toBe(false);
    expect(tied?.outcomes.map(({ adds, removes }) => [adds, removes])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  it("is not tied over answers that no rule tells apart", () => {
    const answers = [...shape("relational", "relational", "graph"), ...answersOf("consistency.loss_ok_s", [60, 3_600])];
    expect(impactOf(answers).combinations).toMatchObject({ isTied: false, stability: 0.666666667 });
  });

  it("leaves claims of fact that exclude each other unknown", () => {
    const impact = impactOf(answersOf("workload.embedded_only", ["yes", "no", "no"]));
    expect(impact.list).toEqual(decide({}));
    expect(find(impact, "workload.embedded_only")?.hasProvisional).toBe(false);
  });

  it("takes what was recorded and varies it no more", () => {
    const answers = shape("relational", "relational", "graph");
    const impact = impactOf(answers, { positions: [aPosition("workload.primary", "graph")] });
    expect(impact.list).toEqual(decide({ workload: { primary: "graph" } }));
    expect(impact.combinations).toMatchObject({ possible: 1, stability: 1 });
    expect(find(impact, "workload.primary")).toMatchObject({ isSettled: true, bucket: "changes" });
  });

  it("gives no share to one or two people, and nothing to nobody", () => {
    expect(impactOf(shape("relational", "graph")).combinations).toBeNull();
    expect(impactOf(shape("relational")).combinations).toBeNull();
    expect(impactOf([])).toMatchObject({ list: decide({}), fields: [], unmeasured: [], members: [], combinations: null });
  });

  it("finds the number that all guessed alike and that a threshold is near to", () => {
    const guessed = (basis: "wild_guess" | "measured") =>
      impactOf([
        ...shape("time_series", "time_series", "time_series"),
        ...knownBy(answersOf("scale.y3.writes_s", [20_000, 20_000, 20_000]), [basis, basis, basis]),
      ]);
    const [flip] = guessed("wild_guess").unmeasured;
    expect(flip).toMatchObject({ field: "scale.y3.writes_s", value: 20_000, low: 2_000, high: 200_000 });
    expect([...(flip?.adds ?? []), ...(flip?.removes ?? [])].length).toBeGreaterThan(0);
    expect(guessed("measured").unmeasured).toEqual([]);
  });
});

describe("the sample", () => {
  const impact = worksheetImpact({ ...blank, frame: WAGTAIL_SAMPLE.frame, answers: SAMPLE });

  it("tries every combination that differs to the rules", () => {
    expect(impact.combinations).toMatchObject({ isExact: true });
    expect(impact.combinations?.possible).toBeGreaterThan(1e9);
    expect(impactSchema.parse(impact)).toEqual(impact);
  });

  it("names every candidate it speaks of", () => {
    expect(impact.names).toMatchObject({ postgresql: "PostgreSQL", mongodb: "MongoDB", sqlite: "SQLite" });
  });

  it("puts what changes the list first", () => {
    const buckets = impact.fields.map(({ bucket }) => bucket);
    expect(buckets).toEqual(
      [...buckets].sort((a, b) => ["changes", "together", "same"].indexOf(a) - ["changes", "together", "same"].indexOf(b)),
    );
    expect(buckets[0]).toBe("changes");
  });

  it("is the same whatever the order of the answers", () => {
    expect(worksheetImpact({ ...blank, frame: WAGTAIL_SAMPLE.frame, answers: SAMPLE.toReversed() }).combinations).toEqual(
      impact.combinations,
    );
  });
});

import { describe, expect, it } from "vitest";
import { withAnswer } from "../engine/answer-path";
import { decide } from "../engine/decide";
import { CATALOGUE_FACTS } from "../engine/facts";
import { factsOfCustom } from "../engine/facts-of-custom";
import type { CustomSystem, Override } from "../engine/schema";
import { aSplitWorksheet } from "./builders";
import { decideAmong } from "./decide-among";
import { valueClasses } from "./merge-values";
import { seededRandom } from "./seeded-random";

describe("values that no rule tells apart", () => {
  it("share a class", () => {
    const axes = [
      { path: "scale.y3.writes_s", values: [200, 500, 80_000] },
      { path: "scale.y3.users", values: [10, 20, 1e9] },
    ];
    expect(valueClasses({ scale: { evidence: "production" } }, axes)).toEqual([
      [0, 0, 1],
      [0, 0, 0],
    ]);
  });

  it("keep every choice of the ranking apart", () => {
    expect(valueClasses({}, [{ path: "ops.hosting", values: ["managed_only", "either"] }])).toEqual([[0, 1]]);
  });

  it("can stand for each other in any combination", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { base, axes } = aSplitWorksheet(seed);
      const classes = valueClasses(base, axes);
      const random = seededRandom(`classes ${seed}`);
      const listOf = decideAmong(base, axes);
      for (let i = 0; i < 12; i++) {
        const choice = axes.map(({ values }) => Math.floor(random() * values.length));
        const standIn = choice.map((value, axis) => classes[axis]?.indexOf(classes[axis]?.[value] ?? 0) ?? value);
        expect({ seed, choice, list: listOf(standIn) }).toEqual({ seed, choice, list: listOf(choice) });
      }
    }
  });
});

describe("deciding among combinations of a few answers", () => {
  it("gives the lists that deciding each combination alone gives", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { base, axes } = aSplitWorksheet(seed);
      const listOf = decideAmong(base, axes);
      const random = seededRandom(`choices ${seed}`);
      for (let i = 0; i < 12; i++) {
        const choice = axes.map(({ values }) => Math.floor(random() * values.length));
        const answers = axes.reduce((all, { path, values }, axis) => withAnswer(all, path, values[choice[axis] ?? 0] ?? undefined), base);
        expect({ seed, choice, list: listOf(choice) }).toEqual({ seed, choice, list: decide(answers) });
      }
    }
  });

  it("honours candidates of the team's own, and those put back or aside by hand", () => {
    const custom: CustomSystem[] = [
      { id: "our-store", name: "Our store", workload_fit: { relational: "native", graph: "unfit" }, on_prem: true },
    ];
    const systems = [...CATALOGUE_FACTS, ...custom.map(factsOfCustom)];
    const ids = ["postgresql", "redis", "dynamodb", "kafka", "neo4j", "our-store", "timescaledb"];
    for (let seed = 0; seed < 40; seed++) {
      const { base, axes } = aSplitWorksheet(seed);
      const random = seededRandom(`by hand ${seed}`);
      const overrides = ids
        .filter(() => random() < 0.3)
        .map((candidate): Override => ({ candidate, action: random() < 0.5 ? "restore" : "exclude", reason: "By hand." }));
      const listOf = decideAmong(base, axes, { custom, overrides });
      const byId = new Map(overrides.map((override) => [override.candidate, override]));
      for (let i = 0; i < 8; i++) {
        const choice = axes.map(({ values }) => Math.floor(random() * values.length));
        const answers = axes.reduce((all, { path, values }, axis) => withAnswer(all, path, values[choice[axis] ?? 0] ?? undefined), base);
        expect({ seed, choice, list: listOf(choice) }).toEqual({ seed, choice, list: decide(answers, { systems, overrides: byId }) });
      }
    }
  });

  it("needs no axis", () => {
    expect(decideAmong({}, [])([])).toEqual(decide({}));
  });
});

import { describe, expect, it } from "vitest";
import { FIELDS } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import { comeBackFinder } from "./comes-back";
import { CATALOGUE_FACTS, type Facts } from "./facts";
import { appliesTo, judgeAll } from "./judge";
import { type Need, needOf } from "./need";
import { RULES } from "./rules";

/** Every combination of a handful of answers, and for every candidate that leaves every change of one and of two answers. */
const SMALL = CATALOGUE_FACTS.filter(({ id }) =>
  ["postgresql", "sqlite", "mongodb", "dynamodb", "redis", "cassandra", "spanner"].includes(id),
);
const VARIED: [path: string, values: readonly unknown[]][] = [
  ["workload.primary", ["relational", "key_value", "object", undefined]],
  ["workload.embedded_only", ["yes", undefined]],
  ["consistency.atomic", ["many_records_multi_region", "many_records", undefined]],
  ["scale.regions", ["multi_write", undefined]],
  ["ops.hosting", ["managed_only", "self_host_only", undefined]],
  ["cost.licence_policy", ["osi_only", undefined]],
];
const COMBINATIONS = VARIED.reduce<Answers[]>(
  (all, [path, values]) =>
    all.flatMap((answers) => values.map((value) => (value === undefined ? answers : withAnswer(answers, path, value)))),
  [{}],
);

type Change = { field: string; to: unknown };
const REMOVING = RULES.filter(({ effect }) => effect === "ELIM");
const OPTIONS: Change[] = FIELDS.filter(({ path, type }) => (type === "choice" || type === "ordinal") && isRead(path)).flatMap(
  ({ path, options }) => options.map((to) => ({ field: path, to })),
);

describe("over every combination of answers to six questions", () => {
  it("has cases of every kind", () => {
    const kinds = COMBINATIONS.flatMap((answers) => lostOf(answers).map(({ ways }) => kindOf(ways)));
    expect(COMBINATIONS).toHaveLength(288);
    for (const kind of ["single", "both", "several"]) expect(kinds.filter((one) => one === kind).length, kind).toBeGreaterThan(10);
  });

  it("every way back revives, and no smaller set of options does", () => {
    const wrong: unknown[] = [];
    for (const answers of COMBINATIONS) {
      const after = new Map<Change, Need>(OPTIONS.map((change) => [change, needOf(changed(answers, [change]))]));
      for (const { facts, ways } of lostOf(answers)) {
        const told = [
          ...ways.single.map((one) => [one]),
          ...ways.both.map(({ changes }) => changes),
          ...ways.several.map(({ changes }) => changes),
        ];
        for (const set of told) if (!lives(facts, needOf(changed(answers, set)))) wrong.push(["does not revive", facts.id, set]);
        if (ways.single.length > 0) continue;
        const one = OPTIONS.find(
          (change) => change.to !== answerAt(answers, change.field) && lives(facts, after.get(change) ?? needOf({})),
        );
        if (one) wrong.push(["one would do", facts.id, answers, one]);
        if (ways.both.length > 0) continue;
        const two = pairThatRevives(answers, facts);
        if (two) wrong.push(["two would do", facts.id, answers, two]);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

function lostOf(answers: Answers) {
  const judged = judgeAll({ need: needOf(answers), systems: SMALL });
  const waysOf = comeBackFinder(answers, null);
  return [...judged.values()].filter(({ eliminatedBy }) => eliminatedBy.length > 0).map((one) => ({ facts: one.facts, ways: waysOf(one) }));
}

/** Only options that silence some removing rule by themselves, or are of a field that one reads, can be part of a pair. */
function pairThatRevives(answers: Answers, facts: Facts): Change[] | null {
  const firing = REMOVING.filter((rule) => appliesTo(rule, facts) && rule.test(needOf(answers), facts) === "yes");
  const useful = OPTIONS.filter(({ field }) => firing.some(({ reads }) => reads.includes(field)));
  for (const [i, a] of useful.entries()) {
    for (const b of useful.slice(i + 1)) {
      if (a.field !== b.field && lives(facts, needOf(changed(answers, [a, b])))) return [a, b];
    }
  }
  return null;
}

function lives(facts: Facts, need: Need): boolean {
  return REMOVING.every((rule) => !appliesTo(rule, facts) || rule.test(need, facts) !== "yes");
}

function changed(answers: Answers, changes: readonly Change[]): Answers {
  return changes.reduce((kept, { field, to }) => withAnswer(kept, field, to ?? undefined), answers);
}

function kindOf({ single, both, several }: ReturnType<ReturnType<typeof comeBackFinder>>) {
  if (single.length > 0) return "single";
  if (both.length > 0) return "both";
  return several.length > 0 ? "several" : "none";
}

function isRead(path: string): boolean {
  return REMOVING.some(({ reads }) => reads.includes(path));
}

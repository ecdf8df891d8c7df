import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "../answers/fields";
import { type Answers, isolationLevelSchema } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import { decide } from "./decide";
import { evaluate } from "./evaluate";
import { CATALOGUE_FACTS } from "./facts";
import { judgeAll } from "./judge";
import { needOf } from "./need";
import { RULES } from "./rules";
import { fullAnswers } from "./testing/any-answers";

const RUNS = { numRuns: 40 };
const judgedBy = (answers: Answers) => [...judgeAll({ need: needOf(answers), systems: CATALOGUE_FACTS }).values()];
const removed = (answers: Answers) => judgedBy(answers).flatMap(({ facts, eliminatedBy }) => (eliminatedBy.length > 0 ? [facts.id] : []));
/** By rule: one that removes wrongly is then seen even where another had removed the candidate before. */
const removals = (answers: Answers) =>
  judgedBy(answers).flatMap(({ facts, eliminatedBy }) => eliminatedBy.map((rule) => `${facts.id} by ${rule.id}`));
const newIn = (before: readonly string[], after: readonly string[]) => after.filter((one) => !before.includes(one));
const newlyRemoved = (before: Answers, after: Answers) => newIn(removed(before), removed(after));

// A blank size is read from the year before it, and without evidence the cap on growth is lifted: there a blank says something.
// Routing by home region is a condition to accept (S-08): a blank does not accept it.
const blankable = FIELDS.map(({ path }) => path).filter((path) => !/^scale\.(now|y1|y3|evidence|home_region_ok)/.test(path));

/** Strictest first. */
const ORDERED: [path: string, values: readonly string[]][] = [
  ["consistency.level", isolationLevelSchema.options],
  ["consistency.atomic", ["many_records_multi_region", "many_records", "one_record", "none"]],
  ["consistency.fresh_reads", ["always", "own_writes", "stale_ok"]],
  ["scale.regions", ["multi_write", "multi_read", "single"]],
  ["cost.licence_policy", ["osi_only", "any"]],
  ["workload.embedded_only", ["yes", "no"]],
  ["cost.budget_binding", ["yes", "no"]],
];
/** Numbers that get easier downwards, and upwards. */
const EASIER_BELOW = ["scale.y3.data_gb", "scale.y3.writes_s"];
const EASIER_ABOVE = ["consistency.loss_ok_s", "frame.rpo_s", "ops.learning_months", "ops.db_experts", "cost.budget_month"];

describe("the removing rules", () => {
  it("remove no more when answers are left blank", () => {
    fc.assert(
      fc.property(fullAnswers, fc.subarray(blankable, { minLength: 1 }), (answers, paths) => {
        const blanker = paths.reduce((kept, path) => withAnswer(kept, path, undefined), answers);
        expect(newlyRemoved(answers, blanker)).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each(ORDERED)("remove no more when %s is relaxed", (path, values) => {
    fc.assert(
      fc.property(fullAnswers, fc.nat(values.length - 2), (answers, i) => {
        expect(newlyRemoved(withAnswer(answers, path, values[i]), withAnswer(answers, path, values[i + 1]))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it.each([...EASIER_BELOW, ...EASIER_ABOVE])("remove no more when the threshold on %s gets easier", (path) => {
    const amounts = fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 10, 100, 5_000, 50_000, 60_000, 1_000_000), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fullAnswers, amounts, (answers, pair) => {
        const [low = 0, high = 0] = pair.sort((a, b) => a - b);
        const [hard, easy] = EASIER_BELOW.includes(path) ? [high, low] : [low, high];
        expect(newIn(removals(withAnswer(answers, path, hard)), removals(withAnswer(answers, path, easy)))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe("the order of candidates", () => {
  it("changes nothing", () => {
    const shuffled = fc.shuffledSubarray([...CATALOGUE_FACTS], { minLength: CATALOGUE_FACTS.length });
    fc.assert(
      fc.property(fullAnswers, shuffled, (answers, systems) => {
        expect(decide(answers, { systems })).toEqual(decide(answers));
      }),
      RUNS,
    );
  });
});

describe("a candidate without a single way back", () => {
  const small = ["postgresql", "sqlite", "mongodb", "dynamodb", "redis", "cassandra", "spanner"];
  // What no removing rule reads revives nobody; that rules read only what they declare is held elsewhere.
  const isRead = (path: string) => RULES.some(({ effect, reads }) => effect === "ELIM" && reads.includes(path));
  const options = FIELDS.filter(({ type, path }) => (type === "choice" || type === "ordinal") && isRead(path));

  it("has none, tried against every option of every question", () => {
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const { candidates } = evaluate({ answers, candidates: small }, { flips: false });
        const lost = candidates
          .filter(({ status, comesBackIf }) => status === "eliminated" && comesBackIf.length === 0)
          .map(({ id }) => id);
        for (const { path, options: values } of lost.length > 0 ? options : []) {
          for (const value of values.filter((other) => other !== answerAt(answers, path))) {
            const still = removed(withAnswer(answers, path, value));
            expect([path, value, lost.filter((id) => !still.includes(id))]).toEqual([path, value, []]);
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});

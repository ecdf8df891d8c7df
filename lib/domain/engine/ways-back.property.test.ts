import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import { decide } from "./decide";
import { evaluate } from "./evaluate";
import { CATALOGUE_FACTS } from "./facts";
import { appliesTo, judgeAll } from "./judge";
import { needOf } from "./need";
import { RULES } from "./rules";
import { anyValue, fullAnswers } from "./testing/any-answers";

type Change = { field: string; to: unknown };

const withAll = (answers: Answers, changes: readonly Change[]) =>
  changes.reduce((kept, { field, to }) => withAnswer(kept, field, to ?? undefined), answers);
const isOut = (answers: Answers, id: string) =>
  (judgeAll({ need: needOf(answers), systems: CATALOGUE_FACTS }).get(id)?.eliminatedBy.length ?? 0) > 0;

describe("pairs that bring a candidate back", () => {
  it("do so, and neither half does alone", () => {
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const out = evaluate({ answers }, { flips: false }).candidates.filter(({ comesBackIfBoth }) => comesBackIfBoth);
        for (const { id, comesBackIf, comesBackIfBoth = [] } of out.slice(0, 3)) {
          expect(comesBackIf).toEqual([]);
          for (const { changes } of comesBackIfBoth) {
            expect(new Set(changes.map(({ field }) => field)).size).toBe(2);
            expect([id, isOut(withAll(answers, changes), id)]).toEqual([id, false]);
            expect(changes.map((change) => isOut(withAll(answers, [change]), id))).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("sets of three or four changes", () => {
  const small = ["postgresql", "sqlite", "mongodb", "dynamodb", "redis", "cassandra", "spanner"];
  const removing = RULES.filter(({ effect }) => effect === "ELIM");
  const asked = FIELDS.filter(
    ({ path, type }) => (type === "choice" || type === "ordinal") && removing.some(({ reads }) => reads.includes(path)),
  );

  it("revive, and no smaller set of options does, tried against every pair", () => {
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const out = evaluate({ answers, candidates: small }, { flips: false }).candidates.filter(
          ({ status, comesBackIf, comesBackIfBoth }) => status === "eliminated" && comesBackIf.length === 0 && !comesBackIfBoth,
        );
        for (const { id, comesBackIfAll = [] } of out) {
          for (const { changes } of comesBackIfAll) expect([id, isOut(withAll(answers, changes), id)]).toEqual([id, false]);
        }
        const [lost] = out;
        const facts = CATALOGUE_FACTS.find(({ id }) => id === lost?.id);
        if (!facts) return;
        const options = asked.flatMap(({ path, options: all }) => all.map((to) => ({ field: path, to })));
        const lives = (changes: readonly Change[]) => {
          const need = needOf(withAll(answers, changes));
          return removing.every((rule) => !appliesTo(rule, facts) || rule.test(need, facts) !== "yes");
        };
        const found = options.flatMap((a, i) => options.slice(i + 1).filter((b) => a.field !== b.field && lives([a, b])));
        expect([facts.id, found]).toEqual([facts.id, []]);
      }),
      { numRuns: 6 },
    );
  });
});

describe("an empty list", () => {
  const emptyAnswers = fullAnswers.filter((answers) => decide(answers).length === 0);

  it("always says what would bring something back, and tells the truth", () => {
    fc.assert(
      fc.property(emptyAnswers, (answers) => {
        const { relaxations = [] } = evaluate({ answers }, { flips: false });
        expect(relaxations.length).toBeGreaterThan(0);
        for (const { changes, adds } of relaxations) {
          expect(adds.length).toBeGreaterThan(0);
          expect(decide(withAll(answers, changes))).toEqual(adds);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("names sets of which no smaller one does, tried against every set of answers", () => {
    fc.assert(
      fc.property(emptyAnswers, (answers) => {
        const { relaxations = [] } = evaluate({ answers }, { flips: false });
        const size = relaxations[0]?.changes.length ?? 0;
        expect(relaxations.map(({ changes }) => changes.length)).toEqual(relaxations.map(() => size));
        const given = FIELDS.map(({ path }) => path).filter((path) => answerAt(answers, path) !== undefined);
        const singles = size > 1 ? given.map((field) => [field]) : [];
        const pairs = size > 2 ? given.flatMap((a, i) => given.slice(i + 1).map((b) => [a, b])) : [];
        const works = [...singles, ...pairs].filter(
          (fields) =>
            decide(
              withAll(
                answers,
                fields.map((field) => ({ field, to: null })),
              ),
            ).length > 0,
        );
        expect(works).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

describe("values that members argued for", () => {
  const argued = fc
    .constantFrom(...FIELDS)
    .chain((field) => fc.record({ field: fc.constant(field.path), value: anyValue(field) as fc.Arbitrary<string | number> }));

  it("are tried first, and flip the list as the engine says", () => {
    fc.assert(
      fc.property(fullAnswers, fc.array(argued, { minLength: 1, maxLength: 4 }), (answers, preferred) => {
        const now = decide(answers);
        const { flips, flipPairs = [] } = evaluate({ answers }, { preferred });
        const isArgued = flips.map(({ change }) =>
          preferred.some(({ field, value }) => field === change.field && JSON.stringify(value) === JSON.stringify(change.to)),
        );
        expect(isArgued).toEqual([...isArgued].sort((a, b) => Number(b) - Number(a)));
        const told = [...flips.slice(0, 4).map((flip) => ({ ...flip, changes: [flip.change] })), ...flipPairs];
        for (const { changes, adds, removes } of told) {
          const after = decide(withAll(answers, changes));
          expect(after.filter((id) => !now.includes(id))).toEqual(adds);
          expect(now.filter((id) => !after.includes(id))).toEqual(removes);
        }
      }),
      { numRuns: 15 },
    );
  });
});

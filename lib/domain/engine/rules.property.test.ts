import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, type FieldDef } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import { decide } from "./decide";
import { evaluate } from "./evaluate";
import { CATALOGUE_FACTS, findFacts } from "./facts";
import { appliesTo } from "./judge";
import { needOf } from "./need";
import { pointsOf } from "./rule";
import { RULES } from "./rules";
import { anyAnswers, anyValue, fullAnswers } from "./testing/any-answers";

const RUNS = { numRuns: 50 };
const SAMPLE = CATALOGUE_FACTS.filter((_, i) => i % 4 === 0);
const reads = (rule: { reads: readonly string[] }, field: string) =>
  rule.reads.some((path) => path === field || field.startsWith(`${path}.`) || path.startsWith(`${field}.`));
const change = fc
  .constantFrom(...FIELDS)
  .chain((field: FieldDef) => fc.record({ field: fc.constant(field.path), to: fc.option(anyValue(field), { nil: undefined }) }));

describe("every rule", () => {
  it("reads only the answers that it declares", () => {
    fc.assert(
      fc.property(fullAnswers, change, (answers, { field, to }) => {
        const before = needOf(answers);
        const after = needOf(withAnswer(answers, field, to));
        const others = RULES.filter((rule) => !reads(rule, field));
        const moved = others.filter((rule) =>
          SAMPLE.some(
            (system) =>
              rule.test(before, system) !== rule.test(after, system) || pointsOf(rule, before, system) !== pointsOf(rule, after, system),
          ),
        );
        expect(moved.map(({ id }) => id)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("that removes a candidate does so by an answer that was given", () => {
    fc.assert(
      fc.property(fullAnswers, (answers) => {
        const firing = RULES.filter(({ effect }) => effect === "ELIM").filter((rule) => {
          const need = needOf(rule.reads.reduce<Answers>((kept, path) => withAnswer(kept, path, undefined), answers));
          return CATALOGUE_FACTS.some((system) => rule.test(need, system) === "yes");
        });
        expect(firing.map(({ id }) => id)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("gives points only with DEMOTE and PREFER, and fires on nothing it does not speak about", () => {
    for (const rule of RULES) {
      expect({ id: rule.id, hasPoints: rule.points !== undefined }).toEqual({
        id: rule.id,
        hasPoints: rule.effect === "DEMOTE" || rule.effect === "PREFER",
      });
    }
    const rds = findFacts("amazon-rds");
    expect(rds && RULES.filter((rule) => rule.id.startsWith("W-")).some((rule) => appliesTo(rule, rds))).toBe(false);
  });
});

describe("any answers", () => {
  it("leave at most three candidates of different families, each of which passed", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { shortlist, candidates } = evaluate({ answers }, { flips: false });
        expect(shortlist.length).toBeLessThanOrEqual(3);
        const listed = shortlist.map(({ id }) => candidates.find((candidate) => candidate.id === id));
        expect(new Set(listed.map((candidate) => candidate?.family)).size).toBe(shortlist.length);
        for (const candidate of listed) {
          const facts = findFacts(candidate?.id ?? "");
          expect(candidate?.status).toBe("shortlisted");
          expect(facts?.kind).not.toBe("tool");
          expect(facts?.hosts).toEqual([]);
          expect(candidate?.rules.filter((entry) => entry.outcome === "fires" && (entry.effect === "ELIM" || entry.id === "G-09"))).toEqual(
            [],
          );
          if (facts?.confidence === "low") expect(facts.id).toBe(facts.family);
        }
      }),
      RUNS,
    );
  });

  it("remove exactly the candidates on which a removing rule fires", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { candidates } = evaluate({ answers }, { flips: false });
        const wrong = candidates.filter(({ status, rules, leftAt }) => {
          const isRemoved = rules.some((entry) => entry.effect === "ELIM" && entry.outcome === "fires");
          return isRemoved !== (status === "eliminated" || status === "near-miss") || isRemoved !== (leftAt !== null);
        });
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("come back with the changes that the engine names", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const out = evaluate({ answers }, { flips: false }).candidates.filter(({ comesBackIf }) => comesBackIf.length > 0);
        for (const { id, comesBackIf } of out.slice(0, 5)) {
          const [first] = comesBackIf;
          if (!first) continue;
          const changed = evaluate({ answers: withAnswer(answers, first.field, first.to) }, { flips: false });
          expect([id, changed.candidates.find((candidate) => candidate.id === id)?.status]).not.toEqual([id, "eliminated"]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("flip as the engine says, and by no other option of a discrete field", () => {
    fc.assert(
      fc.property(anyAnswers, change, (answers, { field, to }) => {
        const { flips, shortlist } = evaluate({ answers });
        const now = shortlist.map(({ id }) => id);
        for (const { change: flip, adds, removes } of flips.slice(0, 5)) {
          const after = decide(withAnswer(answers, flip.field, flip.to));
          expect(after.filter((id) => !now.includes(id))).toEqual(adds);
          expect(now.filter((id) => !after.includes(id))).toEqual(removes);
        }
        const def = FIELDS.find(({ path }) => path === field);
        if ((def?.type !== "choice" && def?.type !== "ordinal") || to === undefined || to === answerAt(answers, field)) return;
        const after = decide(withAnswer(answers, field, to));
        const isFlip = after.some((id) => !now.includes(id)) || now.some((id) => !after.includes(id));
        const told = flips.some((flip) => flip.change.field === field && flip.change.to === to);
        expect([field, to, told]).toEqual([field, to, isFlip]);
      }),
      { numRuns: 20 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "../answers/fields";
import { withAnswer } from "./answer-path";
import { evaluate } from "./evaluate";
import { findFacts } from "./facts";
import { needOf } from "./need";
import { ABOUT_WORKSHEET } from "./rules-about-worksheet";
import { egressUsd } from "./rules-worksheet-cost";
import { anyValue, fullAnswers } from "./testing/any-answers";

const mongodb = findFacts("mongodb");
const lead = mongodb ? { facts: mongodb, hosting: ["mongodb-atlas"], isDefaultOut: false } : null;
const change = fc.constantFrom(...FIELDS).chain((field) => fc.record({ field: fc.constant(field.path), to: anyValue(field) }));

describe("warnings and questions about the worksheet", () => {
  it("read only the answers that they declare", () => {
    fc.assert(
      fc.property(fullAnswers, change, (answers, { field, to }) => {
        const before = needOf(answers);
        const after = needOf(withAnswer(answers, field, to));
        const others = ABOUT_WORKSHEET.filter(
          (rule) => !rule.reads.some((path) => path === field || field.startsWith(`${path}.`) || path.startsWith(`${field}.`)),
        );
        expect(others.filter((rule) => rule.test(before, lead) !== rule.test(after, lead)).map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("are silent on a blank worksheet", () => {
    const { warnings, questions } = evaluate({ answers: {} }, { flips: false });
    expect({ warnings, questions }).toEqual({ warnings: [], questions: [] });
  });

  it.each([
    ["O-08", { ops: { restore_tested: "no" as const } }],
    ["P-07", { cost: { components: [] } }],
    ["P-08", { cost: { exit_tb: 10 } }],
    ["ANTI-06", { scale: { evidence: "none" as const, y1: { users: 10 }, y3: { users: 101 } } }],
    ["ANTI-12", { scale: { regions: "multi_read" as const, y1: { users: 100 } } }],
  ])("%s fires", (id, answers) => {
    expect(evaluate({ answers }, { flips: false }).warnings.map((warning) => warning.id)).toContain(id);
  });
});

describe("egressUsd", () => {
  it.each([
    [0, 0],
    [10, 900],
    [100, 7_800],
    [200, 13_800],
  ])("%d TB costs about %d USD", (tb, usd) => {
    expect(egressUsd(tb)).toBe(usd);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import rules from "../../../messages/en/rules.json";
import { findMessage } from "../messages/format";
import { describeRules, describeRulesInWords } from "./describe-rules";
import { evaluate } from "./evaluate";
import { RULES } from "./rules";
import { evaluateReplySchema } from "./schema";
import { anyAnswers, fullAnswers } from "./testing/any-answers";
import { evaluationInWords } from "./words";

const messages = { rules };
const inWords = (answers: Parameters<typeof evaluate>[0]["answers"]) =>
  evaluationInWords(evaluate({ answers }, { flips: false }), messages, "en");

describe("the words of the rules", () => {
  it("exist for every rule, as a plain sentence and as what is said when it fires", () => {
    const missing = describeRules().flatMap(({ id }) =>
      [`rules.${id}.sentence`, `rules.${id}.text`].filter((key) => findMessage(messages, key) === undefined),
    );
    expect(missing).toEqual([]);
  });

  it("belong to a rule that exists", () => {
    const known = new Set([...describeRules().map(({ id }) => id), "G-04", "G-05", "G-09", "SEC-02", "F-16", "comes_back", "replay"]);
    expect(Object.keys(rules).filter((id) => !known.has(id))).toEqual([]);
  });

  it("leave nothing unsaid, whatever the answers", () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers, fullAnswers), (answers) => {
        const reply = inWords(answers);
        const texts = [
          ...reply.standing,
          ...reply.companions,
          ...reply.warnings,
          ...reply.questions,
          ...(reply.relaxations ?? []),
          ...reply.candidates.flatMap((candidate) => [
            ...candidate.rules,
            ...candidate.comesBackIf,
            ...(candidate.comesBackIfBoth ?? []),
            ...(candidate.comesBackIfAll ?? []),
          ]),
        ].map(({ text }) => text);
        expect(texts.filter((text) => /^rules\.|[{}]|undefined|null|NaN/.test(text) || text.trim() === "")).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("are sentences that name the answer and the fact", () => {
    const { candidates } = inWords({ consistency: { ops: ["money"] } });
    const cassandra = candidates.find(({ id }) => id === "cassandra");
    expect(cassandra?.rules.find(({ id }) => id === "C-02")?.text).toBe(
      "The operations you named need many records changed together; Apache Cassandra changes one record at a time.",
    );
  });

  it("make the reply that the API promises", () => {
    expect(evaluateReplySchema.safeParse(inWords({ workload: { primary: "relational" } })).error).toBeUndefined();
  });
});

describe("describeRulesInWords", () => {
  it("says every rule in a plain sentence", () => {
    const described = describeRulesInWords(messages, "en");
    expect(described).toHaveLength(describeRules().length);
    expect(described.filter(({ sentence }) => !/^[A-Z].*\.$/.test(sentence)).map(({ id }) => id)).toEqual([]);
    expect(described.find(({ id }) => id === "W-10")).toMatchObject({
      sentence: "An embedded database runs inside the application.",
      effect: "ELIM",
      strength: "fact",
      step: "workload",
    });
  });
});

describe("describeRules", () => {
  it("lists every rule once with its source", () => {
    const described = describeRules();
    expect(new Set(described.map(({ id }) => id)).size).toBe(described.length);
    expect(described.length).toBeGreaterThan(RULES.length);
    expect(described.filter(({ source }) => source === "")).toEqual([]);
  });
});

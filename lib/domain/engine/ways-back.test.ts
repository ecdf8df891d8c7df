import { describe, expect, it } from "vitest";
import rules from "../../../messages/en/rules.json";
import type { Answers } from "../answers/schema";
import { evaluate } from "./evaluate";
import { evaluateReplySchema } from "./schema";
import { evaluationInWords } from "./words";

const exclude = (candidate: string) => ({ candidate, action: "exclude" as const, reason: "Not for us." });
const find = (answers: Answers, id: string) => evaluate({ answers }, { flips: false }).candidates.find((candidate) => candidate.id === id);

describe("two changes together", () => {
  const answers: Answers = { workload: { primary: "relational", embedded_only: "yes" } };

  it("are told where rules without a common field removed a candidate", () => {
    const dynamodb = find(answers, "dynamodb");
    expect(dynamodb?.comesBackIf).toEqual([]);
    expect(dynamodb?.comesBackIfBoth?.[0]?.changes).toEqual([
      { field: "workload.primary", from: "relational", to: "key_value" },
      { field: "workload.embedded_only", from: "yes", to: "no" },
    ]);
  });

  it("are not told where one is enough, nor of what was put aside by hand", () => {
    expect(find(answers, "postgresql")).toMatchObject({ comesBackIf: [{ field: "workload.embedded_only" }] });
    expect(find(answers, "postgresql")?.comesBackIfBoth).toBeUndefined();
    const { candidates } = evaluate({ answers, overrides: [exclude("dynamodb")] }, { flips: false });
    expect(candidates.find(({ id }) => id === "dynamodb")?.comesBackIfBoth).toBeUndefined();
  });
});

describe("an empty list", () => {
  const azure: Answers = { workload: { primary: "object" }, ops: { clouds: ["azure"], hosting: "managed_only" } };

  it("names the answers that, left open, bring something back", () => {
    const { shortlist, relaxations = [] } = evaluate({ answers: azure }, { flips: false });
    expect(shortlist).toEqual([]);
    expect(relaxations.map(({ changes }) => changes.map(({ field, to }) => [field, to]))).toEqual(
      expect.arrayContaining([[["workload.primary", null]], [["ops.clouds", null]]]),
    );
    expect(relaxations.find(({ changes }) => changes[0]?.field === "ops.clouds")?.adds).toContain("amazon-s3");
  });

  it("says so in words", () => {
    const reply = evaluationInWords(evaluate({ answers: azure }, { flips: false }), { rules }, "en");
    expect(evaluateReplySchema.safeParse(reply).error).toBeUndefined();
    expect(reply.relaxations?.map(({ text }) => text)).toContain("Left open, ops.clouds brings back Amazon S3, Google Cloud Storage.");
  });

  it("blames the choice of candidates where that is to blame", () => {
    const { relaxations = [] } = evaluate(
      { answers: {}, candidates: ["postgresql"], overrides: [exclude("postgresql")] },
      { flips: false },
    );
    expect(relaxations).toHaveLength(1);
    expect(relaxations[0]).toMatchObject({ changes: [], text: { id: "rules.G-04.limits" } });
    expect(relaxations[0]?.adds).toContain("postgresql");
  });

  it("blames both where both are to blame", () => {
    const { relaxations = [] } = evaluate({ answers: azure, candidates: ["kafka"] }, { flips: false });
    expect(relaxations[0]?.text.id).toBe("rules.G-04.limits");
    expect(relaxations[0]?.changes).not.toEqual([]);
  });

  it("is no matter of a list that holds something", () => {
    expect(evaluate({ answers: {} }, { flips: false }).relaxations).toBeUndefined();
  });
});

describe("flips in pairs", () => {
  // Money in two regions: only distributed SQL lives, and no single answer frees another of the two candidates.
  const only = ["cassandra", "dynamodb"];
  const answers: Answers = { workload: { primary: "relational", embedded_only: "yes" } };

  it("are searched only where no single change flips the list", () => {
    const single = evaluate({ answers: { workload: { primary: "relational" } } });
    expect(single.flips).not.toEqual([]);
    expect(single.flipPairs).toBeUndefined();
  });

  it("bring in what two changes revive", () => {
    const { flips, flipPairs = [] } = evaluate({ answers, candidates: only });
    expect(flips).toEqual([]);
    expect(flipPairs.length).toBeGreaterThan(0);
    expect(flipPairs.flatMap(({ adds }) => adds)).toContain("dynamodb");
  });

  it("try what members argued for first", () => {
    const preferred = [
      { field: "workload.primary", value: "wide_column" },
      { field: "workload.embedded_only", value: "no" },
    ];
    const [first] = evaluate({ answers, candidates: only }, { preferred }).flipPairs ?? [];
    expect(first?.changes.map(({ field, to }) => [field, to])).toEqual([
      ["workload.primary", "wide_column"],
      ["workload.embedded_only", "no"],
    ]);
    expect(first?.adds[0]).toBe("cassandra");
  });
});

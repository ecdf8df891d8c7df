import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CRITERIA, type Criterion, SCORE_MAX } from "./criteria";
import { type Scores, type TieBreakInput, tieBreak } from "./tie-break";
import { combinedOrder, weightsOf } from "./weights";

const line = (...scores: number[]): Scores[string] =>
  Object.fromEntries(CRITERIA.map((criterion, i) => [criterion, scores[i] ?? 0])) as Record<Criterion, number>;
const asGiven: Criterion[] = [...CRITERIA];

describe("rank-order-centroid weights", () => {
  it("match the published values for three and five criteria", () => {
    expect(Object.values(weightsOf([["a"], ["b"], ["c"]])).map(to6)).toEqual([0.611111, 0.277778, 0.111111]);
    expect(Object.values(weightsOf(CRITERIA.map((one) => [one]))).map(to6)).toEqual([0.456667, 0.256667, 0.156667, 0.09, 0.04]);
  });

  it("are shared by criteria that the members rank alike on average", () => {
    const order = combinedOrder(CRITERIA, [
      ["workload", "consistency", "scale", "ops", "cost"],
      ["consistency", "workload", "scale", "ops", "cost"],
    ]);
    expect(order).toEqual([["workload", "consistency"], ["scale"], ["ops"], ["cost"]]);
    const weights = weightsOf(order);
    expect(weights.workload).toBe(weights.consistency);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
  });
});

describe("a tie", () => {
  it("of one or none is no tie", () => {
    expect(tieBreak({ candidates: ["a"], scores: {}, rankings: [] })).toEqual({ kind: "nothing_to_break", only: "a" });
    expect(tieBreak({ candidates: [], scores: {}, rankings: [] })).toEqual({ kind: "nothing_to_break", only: null });
  });

  it("waits for every score, because a missing one is unknown and not zero", () => {
    const found = tieBreak({ candidates: ["a", "b"], scores: { a: line(1, 1, 1, 1, 1), b: { workload: 10 } }, rankings: [asGiven] });
    expect(found).toMatchObject({ kind: "missing", rankings: false });
    expect(found.kind === "missing" && found.scores.map(({ criterion }) => criterion)).toEqual(["consistency", "scale", "ops", "cost"]);
  });

  it("ends at dominance, without any ranking", () => {
    const scores = { a: line(5, 5, 5, 5, 5), b: line(5, 5, 5, 5, 4) };
    expect(tieBreak({ candidates: ["b", "a"], scores, rankings: [] })).toEqual({ kind: "dominance", winner: "a", over: ["b"] });
  });

  it("is not dominated by an equal", () => {
    const scores = { a: line(5, 5, 5, 5, 5), b: line(5, 5, 5, 5, 5) };
    expect(tieBreak({ candidates: ["a", "b"], scores, rankings: [asGiven] })).toMatchObject({
      kind: "too_close",
      simplest: "a",
      swap: null,
    });
  });

  it("asks for a ranking where scores alone do not settle it", () => {
    const scores = { a: line(9, 1, 5, 5, 5), b: line(1, 9, 5, 5, 5) };
    expect(tieBreak({ candidates: ["a", "b"], scores, rankings: [] })).toEqual({ kind: "missing", scores: [], rankings: true });
  });

  it("is too close to score when exchanging two neighbouring criteria changes the winner", () => {
    const scores = { a: line(9, 1, 5, 5, 5), b: line(1, 9, 5, 5, 5) };
    const found = tieBreak({ candidates: ["b", "a"], scores, rankings: [asGiven] });
    expect(found).toMatchObject({ kind: "too_close", simplest: "b", swap: { first: "workload", second: "consistency", winner: "b" } });
  });

  it("has a winner that no exchange of neighbours unseats", () => {
    const scores = { a: line(9, 9, 5, 5, 4), b: line(3, 3, 5, 5, 6) };
    const found = tieBreak({ candidates: ["b", "a"], scores, rankings: [asGiven] });
    expect(found).toMatchObject({ kind: "winner", winner: "a" });
    expect(found.kind === "winner" && found.totals[0]).toEqual({ candidate: "a", total: 7.81333334 });
  });

  it("is not turned round by a third candidate that is worse than both", () => {
    const two = { a: line(8, 2, 5, 5, 5), b: line(5, 5, 5, 5, 5) };
    const winnerOf = (scores: Scores) => {
      const found = tieBreak({ candidates: Object.keys(scores), scores, rankings: [asGiven] });
      return "totals" in found ? found.totals.filter(({ candidate }) => candidate !== "c") : null;
    };
    expect(winnerOf({ ...two, c: line(1, 1, 1, 1, 1) })).toEqual(winnerOf(two));
  });
});

describe("laws", () => {
  const someScores = fc.array(fc.integer({ min: 0, max: SCORE_MAX }), { minLength: 5, maxLength: 5 }).map((values) => line(...values));
  const someInput: fc.Arbitrary<TieBreakInput> = fc.record({
    candidates: fc.constant(["a", "b", "c"]),
    scores: fc.record({ a: someScores, b: someScores, c: someScores }),
    rankings: fc.array(fc.shuffledSubarray(asGiven, { minLength: 5 }), { minLength: 1, maxLength: 6 }),
  });

  it("who ranked first does not matter", () => {
    fc.assert(
      fc.property(someInput, (input) => {
        expect(tieBreak({ ...input, rankings: [...input.rankings].reverse() })).toEqual(tieBreak(input));
      }),
    );
  });

  it("a winner is never beaten on every line", () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const found = tieBreak(input);
        if (found.kind !== "winner") return;
        const best = input.scores[found.winner];
        for (const other of input.candidates.filter((id) => id !== found.winner)) {
          expect(CRITERIA.every((criterion) => (input.scores[other]?.[criterion] ?? 0) >= (best?.[criterion] ?? 0))).toBe(false);
        }
      }),
    );
  });
});

function to6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

import { describe, expect, it } from "vitest";
import { contest, differingPairs, entropy, modalShare, normalisedEntropy, optionShares } from "./choice-measures";
import vectors from "./data/vectors.json";
import { choiceDistance, levelDistance, meanPairwiseDistance, numberDistance, setDistance } from "./distances";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { geometricDeviation, geometricMean, logDeviation, logMedian, logQuantile, ratioOf } from "./number-measures";
import { agreementA, consensus, frequencies } from "./ordinal-agreement";
import { poolEstimates } from "./pooled-estimate";
import { interquartileRange, median } from "./quantiles";
import { kendallW, rankOrderWeights } from "./rankings";
import { weightedKappa } from "./weighted-kappa";

/** Published and twice-computed values are given to 6 decimals, a few to 4. */
function expectClose(actual: number | null | undefined, expected: number | undefined): void {
  if (expected === undefined) return;
  expect(actual).not.toBeNull();
  const decimals = Math.max(0, Math.min(6, `${expected}`.split(".")[1]?.length ?? 6));
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(decimals === 4 ? 6e-5 : 1e-6);
}

describe("measures of disagreement give the reference values", () => {
  it.each(vectors.single)("for the single choices $x", ({ x, K, modal, D, H, Hnorm, pairsDiffer }) => {
    expectClose(modalShare(x), modal);
    expectClose(meanPairwiseDistance(x, choiceDistance), D);
    expectClose(entropy(x), H);
    expectClose(normalisedEntropy(x, K), Hnorm);
    if (pairsDiffer) expect(differingPairs(x)).toEqual({ differ: pairsDiffer[0], of: pairsDiffer[1] });
  });

  it.each(Object.entries(vectors.singleD_byCounts))("for camps of %s people", (counts, D) => {
    const people = counts.split(",").flatMap((count, camp) => Array.from({ length: Number(count) }, () => camp));
    expectClose(meanPairwiseDistance(people, choiceDistance), D);
    const { differ, of } = differingPairs(people);
    expectClose(differ / of, D);
  });

  it.each(vectors.multi)("for the multiple choices $x", ({ x, D, meanJaccard, share, contest: contested }) => {
    expectClose(meanPairwiseDistance(x, setDistance), D);
    expectClose(1 - (meanPairwiseDistance(x, setDistance) ?? 1), meanJaccard);
    const shares = optionShares(x);
    expect(shares).toEqual(share);
    for (const [option, value] of Object.entries(contested)) expectClose(contest(shares[option] ?? Number.NaN), value);
  });

  it.each(vectors.ordinal)("for the levels $x of $K", ({ x, K, A, median: middle, IQR, D, TW }) => {
    expectClose(agreementA(frequencies(x, K)), A);
    expectClose(median(x), middle);
    expectClose(interquartileRange(x), IQR);
    expectClose(meanPairwiseDistance(x, levelDistance(K)), D);
    expectClose(consensus(x, K), TW);
  });

  it.each(vectors.vanDerEijk)("for van der Eijk's A of $V", ({ V, A }) => {
    expectClose(agreementA(V), A);
  });

  it.each(vectors.number)("for the numbers $x", (vector) => {
    expectClose(logMedian(vector.x), vector.logMedian);
    expectClose(geometricMean(vector.x), vector.GM);
    expectClose(ratioOf(vector.x), vector.ratio);
    expectClose(meanPairwiseDistance(vector.x, numberDistance), vector.D);
    expectClose(logDeviation(vector.x), vector.log10SD);
    expectClose(geometricDeviation(vector.x), vector.GSD);
    expectClose(logQuantile(vector.x, 0.1), vector.p10);
    expectClose(logQuantile(vector.x, 0.9), vector.p90);
  });

  it.each(vectors.pooled)("for the pooled numbers $m", ({ m, low, mid, high }) => {
    const pooled = poolEstimates(m.map(([value = 0, factor = 1]) => ({ value, factor })));
    expectClose(pooled?.low, low);
    expectClose(pooled?.mid, mid);
    expectClose(pooled?.high, high);
  });

  it.each(vectors.kappa)("for the kappa of two people", ({ a, b, K, quadratic, linear }) => {
    expectClose(weightedKappa({ a, b, levels: K, power: 2 }), quadratic);
    expectClose(weightedKappa({ a, b, levels: K, power: 1 }), linear);
  });

  it.each(vectors.alpha)("for Krippendorff's alpha of $units", ({ units, nominal, ordinal, interval }) => {
    expectClose(krippendorffAlpha(units, "nominal"), nominal);
    expectClose(krippendorffAlpha(units, "ordinal"), ordinal);
    expectClose(krippendorffAlpha(units, "interval"), interval);
  });

  it.each(vectors.kendallW)("for Kendall's W of $ranks", ({ ranks, S, W }) => {
    const result = kendallW(ranks);
    expectClose(result?.squares, S);
    expectClose(result?.w, W);
  });

  it.each(Object.entries(vectors.rocWeights))("for the weights of %s criteria", (count, weights) => {
    rankOrderWeights(Number(count)).forEach((weight, i) => {
      expectClose(weight, weights[i]);
    });
  });
});

describe("measures at their edges", () => {
  it("give nothing where there is nothing to compare", () => {
    expect(meanPairwiseDistance(["a"], choiceDistance)).toBeNull();
    expect(modalShare([])).toBeNull();
    expect(median([])).toBeNull();
    expect(logMedian([])).toBeNull();
    expect(poolEstimates([])).toBeNull();
    expect(agreementA([3, 2])).toBeNull();
    expect(kendallW([[1, 2]])).toBeNull();
    expect(krippendorffAlpha([[1, 1]], "nominal")).toBeNull();
    expect(weightedKappa({ a: [], b: [], levels: 5, power: 2 })).toBeNull();
  });

  it("treat zero as out of reach of any factor", () => {
    expect(numberDistance(0, 0)).toBe(0);
    expect(numberDistance(0, 5)).toBe(1);
    expect(ratioOf([0, 5])).toBeNull();
    expect(ratioOf([0, 0])).toBe(1);
    expect(logMedian([0, 5])).toBeNull();
    expect(poolEstimates([{ value: 0, factor: 3 }])).toEqual({ low: 0, mid: 0, high: 0 });
  });

  it("count two empty lists as the same list", () => {
    expect(setDistance([], [])).toBe(0);
    expect(setDistance([], ["a"])).toBe(1);
  });
});

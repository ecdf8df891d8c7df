import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { estimateQuantile, estimateShare, normalQuantile, triangleQuantile } from "./estimate-draws";
import { isDisputed, poolDraws, poolQuantiles } from "./opinion-pool";
import { costRequestSchema } from "./request-schema";

const meaning = "one_in_ten" as const;

describe("one person's estimate", () => {
  it("has its low, likely and high at the tenth, the middle and the ninetieth", () => {
    const estimate = { low: 100, likely: 200, high: 800 };
    const at = [0.1, 0.5, 0.9].map((q) => estimateQuantile({ estimate, q, meaning }));
    expect(at.map((value) => Math.round(value * 1e4) / 1e4)).toEqual([100, 200, 800]);
  });

  it("is a triangle between limits, and where low is zero", () => {
    expect(triangleQuantile({ low: 0, likely: 1, high: 2 }, 0.5)).toBe(1);
    expect(estimateQuantile({ estimate: { low: 0, likely: 5, high: 10 }, q: 0, meaning })).toBe(0);
    expect(estimateQuantile({ estimate: { low: 2, likely: 5, high: 10 }, q: 1, meaning: "limits" })).toBe(10);
  });

  it("is a point when nobody gave a range", () => {
    expect(estimateQuantile({ estimate: { likely: 7 }, q: 0.99, meaning })).toBe(7);
  });

  it("knows the normal distribution to nine digits", () => {
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655, 8);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.0902323062, 7);
  });

  it("finds the share of a value that it gave", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (q) => {
        const estimate = { low: 10, likely: 30, high: 200 };
        expect(estimateShare({ estimate, value: estimateQuantile({ estimate, q, meaning }), meaning })).toBeCloseTo(q, 6);
      }),
    );
  });
});

describe("several people's estimates", () => {
  const two = [
    { estimate: { likely: 100 }, weight: 1 },
    { estimate: { likely: 900 }, weight: 1 },
  ];

  it("are pooled, not averaged: two certain people who differ span both", () => {
    expect(poolQuantiles(two, meaning)).toEqual({ p10: 100, p50: 100, p90: 900 });
    expect(isDisputed(two)).toBe(true);
  });

  it("of one person are that person's", () => {
    const { p10, p50, p90 } = poolQuantiles([{ estimate: { low: 10, likely: 20, high: 80 }, weight: 3 }], meaning);
    expect([p10, p50, p90].map((value) => Math.round(value * 1e3) / 1e3)).toEqual([10, 20, 80]);
  });

  it("have half of the pool below their middle, and a tenth below their low", () => {
    const opinions = [
      { estimate: { low: 50, likely: 100, high: 300 }, weight: 2 },
      { estimate: { low: 100, likely: 400, high: 900 }, weight: 1 },
    ];
    const below = (value: number) =>
      opinions.reduce((sum, { estimate, weight }) => sum + (weight / 3) * estimateShare({ estimate, value, meaning }), 0);
    const { p10, p50, p90 } = poolQuantiles(opinions, meaning);
    expect([p10, p50, p90].map((value) => Math.round(below(value) * 1e4) / 1e4)).toEqual([0.1, 0.5, 0.9]);
  });

  it("are drawn by weight, each as often as it counts", () => {
    const draws = poolDraws({
      opinions: [
        { estimate: { likely: 1 }, weight: 3 },
        { estimate: { likely: 2 }, weight: 1 },
      ],
      trials: 400,
      meaning,
      random: Math.random,
    });
    expect(draws.filter((value) => value === 1)).toHaveLength(300);
  });
});

describe("bands over trials", () => {
  const members = [
    { member: "ana", peakRequestsPerSecond: { low: 100, likely: 200, high: 400 } },
    { member: "bo", peakRequestsPerSecond: { low: 300, likely: 900, high: 2_000 } },
  ];
  const asked = (over: object = {}, designs: Record<string, string> = { A: "rds-postgres-multi-az", B: "dynamodb-on-demand" }) =>
    computeCosts(aCostRequest({ designs, uncertainty: { seed: "w1", trials: 1_000, points: [{ id: "y3", members }], ...over } }))
      .uncertainty;

  it("are the same for the same seed and move with another", () => {
    expect(asked()).toEqual(asked());
    expect(asked({ seed: "w2" })?.points[0]?.designs[1]?.p50).not.toBe(asked()?.points[0]?.designs[1]?.p50);
  });

  it("have chances of being the cheapest that add up to one, and rise from the tenth to the ninetieth", () => {
    for (const { designs } of asked()?.points ?? []) {
      expect(designs.reduce((sum, { cheapestShare }) => sum + cheapestShare, 0)).toBeCloseTo(1, 9);
      for (const { p10, p50, p90 } of designs) {
        expect(Number(p10)).toBeLessThanOrEqual(Number(p50));
        expect(Number(p50)).toBeLessThanOrEqual(Number(p90));
      }
    }
  });

  it("are the bill at the load's own quantile when only the load is uncertain, through steps too", () => {
    const band = asked({ varyPrices: false, points: [{ id: "y1", members: members.slice(0, 1) }], trials: 4_000 })?.points[0];
    const reply = computeCosts(aCostRequest({ designs: { A: "rds-postgres-multi-az", B: "dynamodb-on-demand" } }));
    for (const [index, { curve }] of reply.designs.entries()) {
      const at = (x: number) => {
        const segment = curve.segments.find(({ to }) => x <= to);
        return Number(segment?.intercept) + Number(segment?.slope) * x;
      };
      const { p10, p50, p90 } = band?.designs[index] ?? {};
      for (const [cost, x] of [
        [p10, 100],
        [p50, 200],
        [p90, 400],
      ] as const)
        expect(Math.abs(Number(cost) / at(x) - 1)).toBeLessThan(0.01);
    }
  });

  it("never call an unpriced or a carried-away design cheapest", () => {
    const far = [{ id: "y3", members: [{ member: "ana", peakRequestsPerSecond: { likely: 50_000 } }] }];
    const band = asked({ points: far }, { A: "azure-postgres", B: "rds-postgres", C: "dynamodb-on-demand" })?.points[0];
    expect(band?.designs.map(({ cheapestShare, infeasibleShare }) => [cheapestShare, infeasibleShare])).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    expect(band?.designs[0]).toMatchObject({ p50: null, complete: false });
  });

  it("mark crossings inside what the team expects", () => {
    const designs = { A: "rds-postgres-multi-az", B: "cockroachdb-basic" };
    const reply = computeCosts(aCostRequest({ workload: { readShare: 0.5 }, designs, uncertainty: { points: [{ id: "y3", members }] } }));
    expect(reply.crossovers.length).toBeGreaterThan(0);
    const inside = reply.crossovers.filter(
      ({ x }) =>
        x > (reply.uncertainty?.points[0]?.peakRequestsPerSecond.p10 ?? 0) &&
        x < (reply.uncertainty?.points[0]?.peakRequestsPerSecond.p90 ?? 0),
    );
    expect(reply.uncertainty?.disputed.map(({ x }) => x)).toEqual(inside.map(({ x }) => x));
    expect(inside.length).toBeGreaterThan(0);
  });

  it("move the crossing with the data and the mix that the members themselves expect", () => {
    const designs = { A: "rds-postgres-multi-az", B: "cockroachdb-basic" };
    const bandOf = (own: object[]) =>
      computeCosts(
        aCostRequest({
          workload: { readShare: 0.5 },
          designs,
          uncertainty: {
            varyPrices: false,
            points: [{ id: "y3", members: members.map((member, index) => ({ ...member, ...own[index] })) }],
          },
        }),
      ).uncertainty?.crossovers.find(({ which }) => which === "last");
    expect(bandOf([])).toMatchObject({ p10: 3934.415584416, p90: 3934.415584416, noneShare: 0 });
    const mixes = [{ readShare: { likely: 0.2 } }, { readShare: { likely: 0.5 } }];
    expect(bandOf(mixes)).toMatchObject({ p10: 1936.752275443, p90: 3934.415584416, noneShare: 0 });
    const data = [{ storedGb: { likely: 20 } }, { storedGb: { likely: 4_000 } }];
    expect(bandOf(data)?.noneShare).toBeGreaterThan(0.3);
    expect(bandOf(data)).toEqual(bandOf(data));
  });

  it("find the crossing of certain prices where the exact curves cross", () => {
    const designs = { A: "rds-postgres-multi-az", B: "cockroachdb-basic" };
    const reply = computeCosts(
      aCostRequest({ workload: { readShare: 0.5 }, designs, uncertainty: { varyPrices: false, points: [{ id: "y3", members }] } }),
    );
    const first = reply.uncertainty?.crossovers.find(({ which }) => which === "first");
    expect(first?.p50).toBeCloseTo(reply.crossovers[0]?.x ?? Number.NaN, 3);
    expect(first?.noneShare).toBe(0);
  });
});

describe("estimates that make no sense", () => {
  const paths = (estimate: object) => {
    const request = {
      ...aCostRequest({ designs: { A: "spanner" } }),
      uncertainty: { points: [{ id: "y1", members: [{ member: "ana", peakRequestsPerSecond: estimate }] }] },
    };
    return costRequestSchema.safeParse(request).error?.issues.map(({ path, message }) => [path.join("."), message]);
  };

  it("are refused when they would take too long", () => {
    const points = Array.from({ length: 5 }, (_, index) => ({
      id: `y${index}`,
      members: [{ member: "ana", peakRequestsPerSecond: { likely: 5 } }],
    }));
    const designs = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`d${index}`, "spanner"]));
    const asking = (trials: number) =>
      costRequestSchema.safeParse({ ...aCostRequest({ designs }), uncertainty: { points, trials } }).error?.issues[0]?.path;
    expect(asking(4_000)).toBeUndefined();
    expect(asking(4_001)).toEqual(["uncertainty", "trials"]);
  });

  it("are refused at the field", () => {
    const at = "uncertainty.points.0.members.0.peakRequestsPerSecond";
    expect(paths({ low: 5, likely: 2 })).toEqual([[`${at}.low`, "Low is above likely."]]);
    expect(paths({ likely: 2, high: 1 })).toEqual([[`${at}.high`, "High is below likely."]]);
    expect(paths({ likely: -2 })?.[0]?.[0]).toBe(`${at}.likely`);
  });
});

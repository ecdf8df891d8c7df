import { describe, expect, it } from "vitest";
import { analyseImpact } from "./analyse-impact";
import { LIMITS } from "./total-impact";
import type { Choice, Variable } from "./variable";

const SCALE = [200, 500, 2_000, 5_000, 80_000];

/** Relational keeps P and R, key-value P, D and C; strong consistency removes C; more than 50,000 a second removes P. */
function toyList([shape, consistency, scale]: Choice): string[] {
  const kept = shape === 0 ? ["P", "R"] : ["P", "D", "C"];
  return kept.filter((id) => !(id === "C" && consistency === 0) && !(id === "P" && (SCALE[scale ?? 0] ?? 0) > 50_000));
}

const shape: Variable = { id: "shape", counts: [4, 1], provisional: [0], isOpen: true };
const consistency: Variable = { id: "consistency", counts: [3, 2], provisional: [0], isOpen: true };
const scale: Variable = { id: "scale", counts: [1, 1, 1, 1, 1], provisional: [2], isOpen: true };
const TOY = [shape, consistency, scale];

describe("the toy engine of five people", () => {
  const analysis = analyseImpact({ variables: TOY, listOf: toyList, seed: "toy" });
  const of = (id: string) => analysis.impacts.find((impact) => impact.id === id);

  it("gives the reference impacts", () => {
    expect(of("shape")?.direct).toBeCloseTo(0.266667, 6);
    expect(of("scale")?.direct).toBeCloseTo(0.2, 9);
    expect(of("consistency")?.direct).toBe(0);
    expect([of("shape")?.flipShare, of("scale")?.flipShare, of("consistency")?.flipShare]).toEqual([0.2, 0.2, 0]);
    expect(of("shape")?.total).toBeCloseTo(0.304, 9);
    expect(of("scale")?.total).toBeCloseTo(0.194667, 6);
    expect(of("consistency")?.total).toBeCloseTo(0.044, 9);
  });

  it("names what changes the list, and with what consistency matters", () => {
    expect(of("shape")?.bucket).toBe("changes");
    expect(of("scale")?.bucket).toBe("changes");
    expect(of("consistency")).toMatchObject({ bucket: "together", partner: "shape" });
  });

  it("knows every list and how often each candidate survives", () => {
    expect(analysis.stability).toBeCloseTo(0.64, 9);
    expect(analysis.combinations).toEqual({ possible: 20, tried: 20, isExact: true });
    expect(analysis.lists.map(({ ids, share }) => [ids.join(), share])).toEqual([
      ["P,R", 0.64],
      ["R", 0.16],
      ["D,P", 0.096],
      ["C,D,P", 0.064],
      ["D", 0.024],
      ["C,D", 0.016],
    ]);
    expect(analysis.survival).toEqual([
      { id: "P", share: 0.8 },
      { id: "R", share: 0.8 },
      { id: "D", share: 0.2 },
      { id: "C", share: 0.08 },
    ]);
  });

  it("comes near the exact shares from a sample, the same for the same seed", () => {
    const limits = { ...LIMITS, exact: 10 };
    const sampled = () => analyseImpact({ variables: TOY, listOf: toyList, seed: "toy 1", limits });
    expect(sampled().combinations).toEqual({ possible: 20, tried: 2_000, isExact: false });
    expect(Math.abs(sampled().stability - 0.64)).toBeLessThan(0.04);
    expect(sampled().impacts).toEqual(sampled().impacts);
    const total = sampled().impacts.find((impact) => impact.id === "shape")?.total ?? 0;
    expect(Math.abs(total - 0.304)).toBeLessThan(0.03);
  });

  it("does not care in which order the members stand", () => {
    const reordered: Variable = { ...scale, counts: [1, 1, 1, 1, 1], provisional: [2] };
    const turned = analyseImpact({
      variables: [reordered, shape, consistency],
      listOf: ([s, sh, c]) => toyList([sh ?? 0, c ?? 0, s ?? 0]),
      seed: "toy",
    });
    expect(turned.stability).toBe(analysis.stability);
    expect(new Map(turned.impacts.map(({ id, total }) => [id, total]))).toEqual(
      new Map(analysis.impacts.map(({ id, total }) => [id, total])),
    );
  });
});

describe("a tied question", () => {
  const tied: Variable = { id: "shape", counts: [2, 2], provisional: [0, 1], isOpen: true };

  it("is computed once per tied answer and averaged", () => {
    const { impacts, stability } = analyseImpact({
      variables: [tied, { ...consistency, counts: [2, 2] }],
      listOf: ([s, c]) => toyList([s ?? 0, c ?? 0, 0]),
      seed: "tie",
    });
    // Consistency matters only under key-value, one of the two tied answers: half of (4 of 6 pairs) x (1 - 2/3).
    expect(impacts[1]?.direct).toBeCloseTo((0.5 * 4) / 6 / 3, 9);
    expect(impacts[0]?.flipShare).toBe(0.5);
    // {P,R} 0.5 under relational, {D,P} 0.25 under key-value with strong consistency.
    expect(stability).toBeCloseTo((0.5 + 0.25) / 2, 9);
  });
});

describe("what the team has settled", () => {
  it("combines with nothing any more", () => {
    const settled = { ...scale, isOpen: false };
    const { stability, combinations, impacts } = analyseImpact({ variables: [shape, consistency, settled], listOf: toyList, seed: "toy" });
    expect(combinations).toMatchObject({ possible: 4, tried: 4 });
    expect(stability).toBeCloseTo(0.8, 9);
    expect(impacts[2]?.bucket).toBe("changes");
  });

  it("leaves one combination when nothing is open", () => {
    const { stability, lists, combinations } = analyseImpact({ variables: [], listOf: () => ["P"], seed: "none" });
    expect({ stability, lists, combinations }).toEqual({
      stability: 1,
      lists: [{ ids: ["P"], share: 1 }],
      combinations: { possible: 1, tried: 1, isExact: true },
    });
  });
});

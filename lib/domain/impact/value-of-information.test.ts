import { describe, expect, it } from "vitest";
import { expectedCosts, regrets, valueOfInformation } from "./value-of-information";

const LOADS = [50, 200, 200, 400, 5_000];
const designs = [
  { id: "node", costs: LOADS.map((load) => 290 * Math.ceil(load / 400)) },
  { id: "serverless", costs: LOADS.map((load) => 1.05 * load) },
];

describe("what an answer is worth", () => {
  it("gives the reference value for one server against serverless", () => {
    expect(expectedCosts({ designs })).toEqual([
      { id: "node", cost: 986 },
      { id: "serverless", cost: 1_228.5 },
    ]);
    expect(valueOfInformation({ designs })).toBeCloseTo(79.5, 9);
  });

  it("is nothing when the answer does not tell the cases apart", () => {
    expect(valueOfInformation({ designs, groups: LOADS.map(() => "same") })).toBe(0);
  });

  it("is nothing for one design, and unknown without cases", () => {
    expect(valueOfInformation({ designs: designs.slice(0, 1) })).toBe(0);
    expect(valueOfInformation({ designs: [] })).toBeNull();
  });

  it("counts regrets against the cheapest of each case", () => {
    const [node, serverless] = regrets({ designs });
    expect(node).toEqual({ id: "node", regrets: [237.5, 80, 80, 0, 0], most: 237.5 });
    expect(serverless).toEqual({ id: "serverless", regrets: [0, 0, 0, 130, 1_480], most: 1_480 });
  });
});

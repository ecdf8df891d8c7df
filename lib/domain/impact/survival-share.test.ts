import { describe, expect, it } from "vitest";
import { anAnswer } from "../record/builders";
import { survivalShare } from "./survival-share";

const said = (field: string, values: readonly (string | number)[]) =>
  values.map((value, i) => anAnswer(`m-${i}`, field, value, "measured"));
const of = (answers: ReturnType<typeof said>, positions: Parameters<typeof survivalShare>[0]["positions"] = []) =>
  survivalShare({ frame: {}, positions, answers, seed: "w 1" });

describe("how much of what was said leads to the list", () => {
  it("is the share of the combinations that do", () => {
    const share = of(said("workload.primary", ["relational", "relational", "graph"]));
    expect(share).toBeCloseTo(2 / 3, 6);
  });

  it("is not told of two people, nor where nothing is open", () => {
    expect(of(said("workload.primary", ["relational", "graph"]))).toBeNull();
    expect(of(said("workload.primary", ["relational", "relational", "relational"]))).toBeNull();
    expect(of([])).toBeNull();
    const settled = { field: "workload.primary", value: "relational", reached: "consent", reason: "", version: 1, by: null, at: "" };
    expect(of(said("workload.primary", ["relational", "relational", "graph"]), [settled as never])).toBeNull();
  });
});

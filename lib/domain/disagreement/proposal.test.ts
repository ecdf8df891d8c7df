import { describe, expect, it } from "vitest";
import { findField } from "../answers/fields";
import type { Basis } from "../answers/schema";
import { answersOf, knownBy } from "./builders";
import { proposePosition } from "./proposal";

type Value = Parameters<typeof answersOf>[1][number];

function propose(path: string, values: Value[], bases: Basis[] = []) {
  const field = findField(path);
  if (!field) throw new Error(`No field ${path}`);
  return proposePosition({ field, answers: knownBy(answersOf(path, values), bases) });
}

describe("the proposal for a fact", () => {
  it("is what all state alike", () => {
    expect(propose("workload.truth", ["source", "source"]).value).toBe("source");
  });

  it("is empty when claims exclude each other, and says who claims what", () => {
    const { value, claims } = propose("consistency.atomic", ["many_records", "none", "many_records"]);
    expect(value).toBeNull();
    expect(claims).toEqual([
      { value: "none", memberIds: ["bo"] },
      { value: "many_records", memberIds: ["ada", "cy"] },
    ]);
  });

  it("is everything that anybody claims when it is a list", () => {
    const { value, claims } = propose("consistency.ops", [["feed"], ["feed", "money"], []]);
    expect(value).toEqual(["money", "feed"]);
    expect(claims).toContainEqual({ value: "money", memberIds: ["bo"] });
  });

  it("joins lines in people's own words without repeating one", () => {
    expect(propose("workload.things", [["Orders", "Carts"], ["Orders"]]).value).toEqual(["Orders", "Carts"]);
  });

  it("merges experience to the best level per engine family", () => {
    const { value } = propose("ops.experience", [{ postgres: "local", redis: "none" }, { postgres: "production" }, { postgres: "none" }]);
    expect(value).toEqual({ postgres: "production", redis: "none" });
  });
});

describe("the proposal for an estimate", () => {
  it("is the log-median, flagged when the numbers are more than ten times apart", () => {
    const bases: Basis[] = ["educated_guess", "educated_guess", "measured", "educated_guess", "wild_guess"];
    const proposal = propose("scale.y3.writes_s", [50, 200, 200, 400, 5000], bases);
    expect(proposal).toMatchObject({ value: 200, low: 50, high: 5000, isWide: true });
  });

  it("is not flagged inside a factor of ten", () => {
    expect(propose("scale.y3.writes_s", [100, 1000])).toMatchObject({ value: 316, isWide: false });
  });

  it("is the plain median when somebody says zero", () => {
    expect(propose("scale.y3.writes_s", [0, 10, 40])).toMatchObject({ value: 10, isWide: true });
  });

  it("is one person's own number with the band of its basis", () => {
    expect(propose("scale.y3.writes_s", [1234.5], ["calculated"])).toMatchObject({ value: 1234.5, low: 617.25, high: 2469, isWide: false });
  });

  it("keeps a percentage at 100 or less", () => {
    expect(propose("workload.read_pct", [80, 90], ["wild_guess", "wild_guess"])).toMatchObject({ value: 84.9, high: 100 });
  });

  it("is the middle level of a ladder, or nothing between two levels", () => {
    expect(propose("workload.scan_frequency", ["rare", "hourly", "constant"]).value).toBe("hourly");
    expect(propose("workload.scan_frequency", ["rare", "hourly"]).value).toBeNull();
  });
});

describe("the proposal for a judgement", () => {
  it("is the choice of more than half", () => {
    expect(propose("workload.primary", ["relational", "relational", "document"]).value).toBe("relational");
  });

  it("is empty when the team is split evenly", () => {
    expect(propose("workload.primary", ["relational", "relational", "document", "document"]).value).toBeNull();
    expect(propose("consistency.loss_ok_s", [0, 60]).value).toBeNull();
  });

  it("decides lists option by option, and is empty when one option is split evenly", () => {
    expect(propose("workload.secondary", [["search"], ["search", "graph"], ["search"]]).value).toEqual(["search"]);
    expect(propose("workload.secondary", [["search"], []]).value).toBeNull();
    expect(propose("workload.secondary", [[], []]).value).toEqual([]);
  });
});

describe("every proposal", () => {
  it("is empty without answers", () => {
    expect(propose("scale.y3.writes_s", [])).toMatchObject({ value: null, low: null, high: null, isWide: false, claims: [] });
    expect(propose("workload.primary", []).value).toBeNull();
    expect(propose("consistency.ops", []).value).toBeNull();
  });
});

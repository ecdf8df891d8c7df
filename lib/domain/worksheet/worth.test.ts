import { describe, expect, it } from "vitest";
import { anAnswer } from "../record/builders";
import { type ResultsInput, worksheetShortlist } from "./results";
import { worthOfSettling } from "./worth";
import { type Worth, worthSchema } from "./worth-schema";

const source = { frame: { ops: { clouds: ["aws" as const] } }, positions: [], today: "2026-11-20", people: 5 };
const loads = (field: string, values: readonly number[]) => values.map((value, i) => anAnswer(`m-${i}`, field, value, "educated_guess"));
const given = [
  ...["key_value", "key_value", "key_value"].map((value, i) => anAnswer(`m-${i}`, "workload.primary", value, "measured")),
  ...loads("scale.now.reads_s", [1, 1, 1]),
];
const worthOf = (input: ResultsInput & { people: number }) =>
  worthOfSettling({ ...input, shortlist: worksheetShortlist(input).evaluation.shortlist });
const of = ({ fields }: Worth, path: string) => Number(fields.find(({ field }) => field === path)?.usdMonth ?? 0);

describe("what settling a difference is worth", () => {
  const apart = worthOf({ ...source, answers: [...given, ...loads("scale.now.writes_s", [1, 3_000, 2])] });

  it("is money where one answer makes another design the cheapest", () => {
    expect(of(apart, "scale.now.writes_s")).toBeGreaterThan(1);
    expect(worthSchema.safeParse(apart).success).toBe(true);
    expect(apart.isPriced).toBe(true);
  });

  it("is nothing where all say the same, or where the same design stays the cheapest", () => {
    expect(worthOf({ ...source, answers: [...given, ...loads("scale.now.writes_s", [50, 50, 50])] }).fields).toEqual([]);
    expect(worthOf({ ...source, answers: [...given, ...loads("scale.now.writes_s", [50, 50.1, 50])] }).fields).toEqual([]);
    expect(worthOf({ ...source, answers: [] })).toMatchObject({ fields: [], isPriced: false });
  });

  it("bills estimates of a later year at that year's load", () => {
    const today = [...loads("scale.now.reads_s", [100, 100, 100]), ...loads("scale.now.writes_s", [100, 100, 100])];
    const shapes = given.filter(({ field }) => field === "workload.primary");
    const later = [...shapes, ...today, ...loads("scale.now.data_gb", [1, 1, 1]), ...loads("scale.y3.writes_s", [1, 1, 4_000])];
    expect(of(worthOf({ ...source, answers: later }), "scale.y3.writes_s")).toBeGreaterThan(1);
  });

  it("stands beside the price of an hour together, at the team's own rate where it gave one", () => {
    expect(apart.meeting).toEqual({ people: 5, hourUsd: "200.00", usd: "1000.00" });
    const own = worthOf({ ...source, answers: loads("cost.engineer_hour_usd", [90, 90]) });
    expect(own.meeting).toEqual({ people: 5, hourUsd: "90.00", usd: "450.00" });
  });
});

import { describe, expect, it } from "vitest";
import { aCostRequest } from "../costs/builders";
import { computeCosts } from "../costs/compute-costs";
import { datesOf, monthAfter } from "../costs/crossing-dates";
import { overTimeCsv } from "../costs/further-csv";
import { monthsInput, SPREAD } from "../costs/months-input";
import { growthOf } from "./growth-request";

const band = { id: "y3", low: 300, typical: 900, high: 2_700 } as const;
const request = aCostRequest({ designs: { A: "rds-postgres-multi-az", B: "dynamodb-on-demand" }, bands: [band] });

describe("how the load grows", () => {
  it("goes from today through what the team expects, low, typical and high, and typical at ten and a hundred times", () => {
    const { paths, start } = growthOf(request, "2026-11");
    expect(start).toBe("2026-11");
    expect(paths.map(({ id }) => id)).toEqual(["low", "typical", "high", "x10", "x100"]);
    expect(paths.map(({ points }) => points.at(-1)?.peakRequestsPerSecond)).toEqual([300, 900, 2_700, 9_000, 90_000]);
    expect(new Set(paths.slice(0, 3).map(({ points }) => points[0]?.peakRequestsPerSecond)).size).toBe(1);
  });

  it("has no low and high where nobody disagrees, and stays as it is where nobody estimated", () => {
    const agreed = growthOf({ ...request, bands: [{ ...band, low: 900, high: 900 }] }, "2026-11");
    expect(agreed.paths.map(({ id }) => id)).toEqual(["typical", "x10", "x100"]);
    expect(growthOf({ ...request, bands: [] }, "2026-11").paths[0]?.points).toHaveLength(1);
  });

  it("gives the chart a cost for every month, the CSV a row for each, and a load its date", () => {
    const { overTime, designs } = computeCosts({ ...request, growth: growthOf(request, "2026-11") });
    if (!overTime) throw new Error("Growth was asked for.");
    const drawn = designs.map(({ id }) => id);
    const paths = monthsInput({ overTime, drawn, ids: SPREAD });
    expect(paths.map(({ id, series }) => [id, series.map(({ points }) => points.length)])).toEqual(
      SPREAD.map((id) => [id, drawn.map(() => 37)]),
    );
    expect(overTimeCsv(overTime, {}).trim().split("\r\n")).toHaveLength(1 + 5 * 37 * drawn.length);
    const reached = datesOf(overTime, 900).find(({ path }) => path === "typical");
    expect(reached).toMatchObject({ month: 36, date: "2029-11" });
    expect(datesOf(overTime, 1_000_000)).toEqual([]);
  });

  it("counts months over the turn of the year", () => {
    expect([monthAfter("2026-11", 0), monthAfter("2026-11", 2), monthAfter("2026-11", 14)]).toEqual(["2026-11", "2027-01", "2028-01"]);
  });
});

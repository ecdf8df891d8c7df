import { describe, expect, it } from "vitest";
import { totalCsv } from "./further-csv";
import { type DesignTotal, TCO_COMPONENTS } from "./tco-schema";
import { totalRows } from "./total-rows";

const range = (likely: number) => ({ low: String(likely / 2), likely: String(likely), high: String(likely * 2) });
const hours = { low: 1, likely: 2, high: 4 };
const formula = { id: "costing.tco.formula.operations", params: {} };

function aTotal(over: Partial<DesignTotal> = {}): DesignTotal {
  return {
    id: "A",
    horizonMonths: 24,
    components: TCO_COMPONENTS.map((component, index) => ({ component, cost: range(100 * (index + 1)), isOneOff: false, formula })),
    total: range(1_500),
    complete: true,
    basis: { opsHoursMonth: hours, outageHoursYear: hours },
    opportunity: { cost: range(9_000), formula },
    exit: { cost: range(70), formula, lockIn: { queryLanguage: 0, schemaFeatures: 1, tooling: 1, egress: 0 }, leaveShare: 0.15 },
    ...over,
  };
}

describe("total cost as bars and as rows", () => {
  it("has five parts whose sum is the total, and never adds the opportunity", () => {
    const [row] = totalRows([aTotal()], { names: { A: "RDS" }, total: (likely) => likely ?? "unknown" });
    expect(row?.parts.map(({ component }) => component)).toEqual([...TCO_COMPONENTS]);
    expect(row?.parts.reduce((sum, { usd }) => sum + usd, 0)).toBe(1_500);
    expect(row).toMatchObject({ name: "RDS", low: 750, high: 3_000, total: "1500" });
    const csv = totalCsv({ designs: [aTotal()], tornado: [], sentences: [] }, { A: "RDS" });
    expect(csv).toContain("24,A,RDS,total,750,1500,3000,complete");
    expect(csv).toContain("24,A,RDS,opportunity,4500,9000,18000,not added");
  });

  it("leaves an unknown part without width and says so in the CSV", () => {
    const components = aTotal().components.map((part) => (part.component === "incident" ? { ...part, cost: null } : part));
    const total = aTotal({ components, total: null, complete: false });
    expect(totalRows([total], { names: {}, total: () => "unknown" })[0]?.parts.at(-1)?.usd).toBe(0);
    expect(totalCsv({ designs: [total], tornado: [], sentences: [] }, {})).toContain("24,A,,incident,,,,unknown");
  });
});

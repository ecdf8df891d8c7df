import { describe, expect, it } from "vitest";
import { checkMetrics } from "./check-metrics";
import type { MetricItem } from "./schema";
import { inUnit, metricName } from "./units";

const around = { now: "2027-11-20T12:00:00.000Z", since: "2026-11-20T09:00:00.000Z", named: ["p99 latency"], units: {} };
const item: MetricItem = { metric: "writes_s", value: 60, unit: "per_second", at: "2027-11-20T11:00:00Z", source: "grafana" };
const wrong = (change: Partial<MetricItem>, change2: Partial<typeof around> = {}) => {
  const checked = checkMetrics([item, { ...item, ...change }], { ...around, ...change2 });
  return checked.ok ? "ok" : checked.errors.map(({ path }) => path).join();
};

describe("reported numbers", () => {
  it.each([
    ["writes_s", "scale.now.writes_s"],
    ["a.scale.now.data_gb", "scale.now.data_gb"],
    ["scale.now.users", "scale.now.users"],
    ["p99 latency", "p99 latency"],
  ])("are kept under one name however they are called: %s", (given, name) => {
    expect(metricName(given)).toBe(name);
  });

  it.each([
    [2, "TB", "gb", 2000],
    [120, "/min", "per_second", 2],
    [7, "RPS", "per_second", 7],
    [5_000_000_000, "bytes", "gb", 5],
    [3, "ms", "per_second", null],
    [3, "gb", "people", null],
  ])("are turned into the unit of their field, or refused: %d %s in %s", (value, unit, wanted, expected) => {
    expect(inUnit({ value, unit, wanted })).toBe(expected);
  });

  it("are refused item by item when a name, a unit or a time is wrong", () => {
    expect(wrong({})).toBe("ok");
    expect(wrong({ metric: "latency" })).toBe("metrics.1.metric");
    expect(wrong({ metric: "y3.writes_s" })).toBe("metrics.1.metric");
    expect(wrong({ unit: "ms" })).toBe("metrics.1.unit");
    expect(wrong({ at: "2027-11-20T12:06:00Z" })).toBe("metrics.1.at");
    expect(wrong({ at: "2027-11-20T14:04:00+02:00" })).toBe("ok");
    expect(wrong({ at: "2026-11-20T08:59:59Z" })).toBe("metrics.1.at");
    expect(wrong({ at: "2030-01-01T00:00:00Z", unit: "GB" })).toBe("metrics.1.at,metrics.1.unit");
  });

  it("of a name that only the record knows take the unit of their first report", () => {
    expect(wrong({ metric: "P99 latency", unit: "ms" })).toBe("ok");
    expect(wrong({ metric: "p99 latency", unit: "ms" }, { units: { "p99 latency": "s" } })).toBe("metrics.1.unit");
    const two = [
      { ...item, metric: "p99 latency", unit: "ms" },
      { ...item, metric: "p99 latency", unit: "s" },
    ];
    expect(checkMetrics(two, around)).toMatchObject({ ok: false, errors: [{ path: "metrics.1.unit" }] });
  });
});

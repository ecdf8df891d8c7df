import type { FieldError } from "../errors";
import { CLOCK_AHEAD_S, type MetricItem } from "./schema";
import { inUnit, metricName, unitOf } from "./units";

export type CheckedMetric = { metric: string; value: number; unit: string; at: string; source: string };

type Around = {
  /** ISO 8601 in UTC. */
  now: string;
  /** When the decision was accepted; a number from before it says nothing about what came true. */
  since: string;
  /** Names that the record's triggers give to numbers which are no field of ours. */
  named: readonly string[];
  /** Units of what was reported under such a name before. */
  units: Readonly<Record<string, string>>;
};

export type Checked = { ok: true; metrics: CheckedMetric[] } | { ok: false; errors: FieldError[] };

/**
 * Reported numbers by name, unit and time: all of them in the units of their fields, or what is wrong with each. A name of
 * the record's own takes the unit of its first report.
 * @example checkMetrics([{ metric: "writes_s", value: 60, unit: "ms", ... }], around) // { ok: false, errors: [{ path: "metrics.0.unit", ... }] }
 */
export function checkMetrics(items: readonly MetricItem[], around: Around): Checked {
  const errors: FieldError[] = [];
  const units = { ...around.units };
  const metrics = items.flatMap((item, index): CheckedMetric[] => {
    const wrong = (field: keyof MetricItem, message: string) => errors.push({ path: `metrics.${index}.${field}`, message });
    const metric = nameOf(item.metric, around.named);
    if (metric === null) {
      wrong("metric", `Nothing of this decision is called “${item.metric}”.`);
      return [];
    }
    const time = Date.parse(item.at);
    if (time > Date.parse(around.now) + CLOCK_AHEAD_S * 1000) wrong("at", `This time has not come: here it is ${around.now}.`);
    if (time < Date.parse(around.since)) wrong("at", `This is before the decision was accepted on ${around.since}.`);
    const wanted = unitOf(metric) ?? units[metric] ?? item.unit.trim();
    units[metric] = wanted;
    const value = inUnit({ value: item.value, unit: item.unit, wanted: wanted.toLowerCase() });
    if (value === null) {
      wrong("unit", `${metric} is counted in ${wanted}, not in “${item.unit}”.`);
      return [];
    }
    return [{ metric, value, unit: wanted, at: new Date(item.at).toISOString(), source: item.source.trim() }];
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, metrics };
}

function nameOf(given: string, named: readonly string[]): string | null {
  const name = metricName(given);
  if (unitOf(name) !== null && /^(scale\.now|cost)\./u.test(name)) return name;
  return named.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null;
}

import { findField } from "../answers/fields";
import { METRICS } from "../review/schema";

/** What monitoring systems call the units that our numbers are counted in, and how many of ours one of theirs is. */
const SPELLINGS: Record<string, Record<string, number>> = {
  per_second: { "/s": 1, "1/s": 1, per_s: 1, rps: 1, qps: 1, "req/s": 1, "ops/s": 1, "/min": 1 / 60, per_minute: 1 / 60 },
  gb: { bytes: 1e-9, b: 1e-9, kb: 1e-6, mb: 1e-3, tb: 1e3, mib: 1.048576e-3, gib: 1.073741824, tib: 1099.511627776 },
  terabytes: { gb: 1e-3, tb: 1 },
  people: { users: 1, count: 1 },
  percent: { "%": 1 },
  usd_per_month: { "usd/month": 1 },
  usd_per_hour: { "usd/h": 1 },
  hours_per_month: { "h/month": 1 },
  requests_per_day: { "/day": 1, per_day: 1 },
};

/**
 * The name under which a number is kept: a field's path without `a.`, or what the record calls it, as it is.
 * @example metricName("writes_s") // "scale.now.writes_s"
 */
export function metricName(given: string): string {
  const name = given.trim().replace(/^a\./u, "");
  return METRICS.some((metric) => metric === name) ? `scale.now.${name}` : name;
}

/**
 * The unit that a number of this name is counted in; null for a name that is no field of ours.
 * @example unitOf("scale.now.data_gb") // "gb"
 */
export function unitOf(metric: string): string | null {
  return findField(metric)?.unit ?? null;
}

/**
 * A value in the unit of its field, rounded to nine digits; null when the unit measures something else.
 * @example inUnit({ value: 2, unit: "TB", wanted: "gb" }) // 2000
 */
export function inUnit({ value, unit, wanted }: { value: number; unit: string; wanted: string }): number | null {
  const given = unit.trim().toLowerCase();
  const factor = given === wanted ? 1 : SPELLINGS[wanted]?.[given];
  return factor === undefined ? null : Number((value * factor).toPrecision(9));
}

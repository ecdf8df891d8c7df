import type { Case } from "./schema";

type Flat = Record<string, unknown>;

const NUMBER = "(?:(\\d[\\d,.]*)(?:\\s*(?:to|-)\\s*(\\d[\\d,.]*))?\\s*(million|billion|k|m)?|(millions|billions|thousands))";
const GB: Record<string, number> = { mb: 0.001, gb: 1, tb: 1_000, pb: 1_000_000 };
const SCALE: Record<string, number> = { thousands: 1e3, k: 1e3, million: 1e6, m: 1e6, millions: 1e6, billion: 1e9, billions: 1e9 };
const DAYS: Record<string, number> = { day: 1, week: 7, month: 30 };

/**
 * Sizes and rates that a record states in figures, as year-3 values that rest on an estimate. Of a range the upper end counts.
 * Words without a figure say nothing, except "small", which is under the smallest band (10 GB).
 * @example readNumbers({ ...facts, data_size: "about 50 TB" })["scale.y3.data_gb"] // 50000
 */
export function readNumbers({ data_size, qps }: Case["facts"]): Flat {
  const flat: Flat = {
    "scale.y3.data_gb": gigabytes(data_size),
    "workload.vector_count": counted(data_size, "vectors"),
    "scale.y3.users": counted(data_size, "users") ?? counted(qps, "users"),
    "scale.y3.writes_s": counted(qps, "(?:metrics|events|writes|inserts|rows|notifications) (?:a|per) second"),
    "scale.y3.reads_s": counted(qps, "(?:reads|queries|requests|searches|lookups) (?:a|per) second"),
    "cost.requests_day": perDay(qps),
  };
  const isStated = Object.entries(flat).some(([path, value]) => path.startsWith("scale.") && value !== undefined);
  return { ...flat, "scale.evidence": isStated ? "estimate" : undefined };
}

function gigabytes(text: string): number | undefined {
  const match = text.match(/(\d[\d,.]*)\s*(mb|gb|tb|pb)\b/iu);
  if (match && !/limit|items above/iu.test(text.slice(0, match.index))) return figure(match[1]) * (GB[(match[2] ?? "").toLowerCase()] ?? 1);
  return /^small\b/iu.test(text) ? 10 : undefined;
}

function counted(text: string, what: string): number | undefined {
  const match = text.match(new RegExp(`${NUMBER}\\s+${what}`, "iu"));
  return match ? amountOf(match) : undefined;
}

function perDay(text: string): number | undefined {
  const match = text.match(
    new RegExp(`${NUMBER}(?:\\s+of)?\\s+(?:requests|searches|queries|reads|writes) (?:a|per) (day|week|month)`, "iu"),
  );
  if (!match) return undefined;
  return Math.round(amountOf(match) / (DAYS[(match[5] ?? "day").toLowerCase()] ?? 1));
}

function amountOf(match: RegExpMatchArray): number {
  const [, low, high, unit, word] = match;
  if (word) return SCALE[word.toLowerCase()] ?? 0;
  return figure(high ?? low) * (SCALE[(unit ?? "").toLowerCase()] ?? 1);
}

function figure(text: string | undefined): number {
  return Number((text ?? "0").replaceAll(",", "").replace(/\.$/u, ""));
}

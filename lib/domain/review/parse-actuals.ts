import { type Actual, METRICS, type Metric } from "./schema";

export type ParsedActuals = {
  actuals: Actual[];
  errors: { line: number; code: "columns" | "metric" | "value" | "twice"; found: string }[];
};

/**
 * Reads pasted lines of `metric, value` with an optional third column for the source; commas, semicolons or tabs, a header
 * line if its value is no number. A line that cannot be read is named and nothing is guessed.
 *
 * @example parseActuals("writes_s;2600;grafana") // { actuals: [{ metric: "writes_s", value: 2600, ... }], errors: [] }
 */
export function parseActuals(text: string): ParsedActuals {
  const parsed: ParsedActuals = { actuals: [], errors: [] };
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const fail = (code: ParsedActuals["errors"][number]["code"], found: string) => parsed.errors.push({ line: index + 1, code, found });
    const [name = "", number, source = ""] = line.split(/[,;\t]/u).map((cell) => cell.trim().replace(/^"|"$/gu, ""));
    if (number === undefined) fail("columns", line.slice(0, 60));
    else if (index === 0 && !isMetric(name) && !isNumber(number)) continue;
    else if (!isMetric(name)) fail("metric", name.slice(0, 60));
    else if (!isNumber(number)) fail("value", number.slice(0, 60));
    else if (parsed.actuals.some(({ metric }) => metric === name)) fail("twice", name);
    else parsed.actuals.push({ metric: name, value: Number(number), basis: "measured", source: source.slice(0, 80) });
  }
  return parsed;
}

const isMetric = (name: string): name is Metric => METRICS.some((metric) => metric === name);

/** Plain digits only: 1,5 would be cut at the comma and 1.000 means two things. */
const isNumber = (text: string): boolean => /^\d+(\.\d+)?(e\d+)?$/iu.test(text) && Number.isFinite(Number(text));

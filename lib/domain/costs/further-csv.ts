import { toCsv } from "../csv";
import type { OverTime } from "./growth-schema";
import type { Tco } from "./tco-schema";

type Names = Readonly<Record<string, string>>;

/**
 * Cost over time as CSV: one row per growth path, month and design. Money is unrounded; a design that cannot carry a month
 * says so instead of a number.
 *
 * @example overTimeCsv(overTime, names).split("\r\n")[0] // "path,month,peak_requests_per_second,design,name,usd_per_month,total_is"
 */
export function overTimeCsv({ paths, incomplete }: OverTime, names: Names): string {
  const rows = paths.flatMap(({ id, months }) =>
    months.flatMap(({ month, load, costs }) =>
      Object.entries(costs).map(([design, cost]) => [
        id,
        month,
        load,
        design,
        names[design] ?? "",
        cost,
        stateOf(cost, incomplete.includes(design)),
      ]),
    ),
  );
  return toCsv([["path", "month", "peak_requests_per_second", "design", "name", "usd_per_month", "total_is"], ...rows]);
}

/**
 * Total cost as CSV: one row per horizon, design and component, then the total; opportunity cost has its own rows and is
 * not in the total.
 *
 * @example totalCsv(tco, names).split("\r\n")[0] // "months,design,name,component,usd_low,usd_likely,usd_high,total_is"
 */
export function totalCsv({ designs }: Tco, names: Names): string {
  const rows = designs.flatMap(({ id, horizonMonths, components, total, complete, opportunity }) => {
    const about = [horizonMonths, id, names[id] ?? ""];
    return [
      ...components.map(({ component, cost }) => [...about, component, ...rangeOf(cost), cost === null ? "unknown" : ""]),
      [...about, "total", ...rangeOf(total), total === null || !complete ? "at least" : "complete"],
      [...about, "opportunity", ...rangeOf(opportunity.cost), "not added"],
    ];
  });
  return toCsv([["months", "design", "name", "component", "usd_low", "usd_likely", "usd_high", "total_is"], ...rows]);
}

/**
 * What drives the ranking as CSV: one row per horizon and input, with the lead of the cheapest over the second in US dollars when
 * the input is at its low and at its high; below zero another design is cheapest.
 *
 * @example driversCsv(tco, names).split("\r\n")[0] // "months,cheapest,second,lead_usd_likely,input,design,lead_usd_at_low,…"
 */
export function driversCsv({ tornado }: Tco, names: Names): string {
  const head = ["months", "cheapest", "second", "lead_usd_likely", "input", "design", "lead_usd_at_low", "lead_usd_at_high"];
  const rows = tornado.flatMap(({ horizonMonths, winner, runnerUp, lead, bars }) =>
    bars.map((bar) => {
      const { design } = bar.input.params;
      const of = design === undefined ? "every design" : (names[design] ?? design);
      const ends = [Number(bar.atLow), Number(bar.atHigh), bar.winnerAtLow, bar.winnerAtHigh];
      return [horizonMonths, winner, runnerUp, lead, bar.input.id.split(".").at(-1) ?? bar.input.id, of, ...ends];
    }),
  );
  return toCsv([[...head, "cheapest_at_low", "cheapest_at_high"], ...rows]);
}

function rangeOf(range: { low: string; likely: string; high: string } | null) {
  return range === null ? [null, null, null] : [range.low, range.likely, range.high];
}

function stateOf(cost: string | null, isIncomplete: boolean): string {
  if (cost === null) return "cannot carry this load";
  return isIncomplete ? "at least" : "complete";
}

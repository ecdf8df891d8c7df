import type { MessageRef } from "../messages/message-ref";
import { isoMonth, monthsAtLoad, valueInMonth } from "./growth-path";
import type { DateCrossing, Growth, GrowthPath, OverTime } from "./growth-schema";
import type { QuickBill } from "./quick-bill";
import type { LoadPoint } from "./quick-point";
import type { Crossover } from "./schema";

type TimeInput = {
  growth: Growth;
  horizonMonths: number;
  bills: readonly QuickBill[];
  incomplete: ReadonlySet<string>;
  today: LoadPoint;
  scaleData: boolean;
  /** Exact crossings on the load axis; they become dates where data rides with the load. */
  crossovers: readonly Crossover[];
  /** Ids of the designs that are compared. */
  compared: readonly string[];
};

/**
 * Cost month by month along each growth path, and the months in which two designs change places. Where data rides with the load
 * the dates come from the exact crossings; where data goes its own way the month is found by halving, because load and data
 * then move apart. Bills of a month are those of its demand; data counts as the month's average.
 *
 * @example A path that reaches a crossing at 829/s after 33 months from 2026-11 has a crossing dated 2029-08.
 */
export function costOverTime(input: TimeInput): OverTime {
  const { growth, horizonMonths, bills, incomplete } = input;
  const paths = growth.paths.map((path) => {
    const months = Array.from({ length: horizonMonths + 1 }, (_, month) => monthOf({ path, month, input }));
    return { id: path.id, months, crossings: crossingsOf(path, input), totals: totalsOf({ months, bills, horizonMonths }) };
  });
  const reply = { horizonMonths, start: growth.start ?? null, paths, incomplete: [...incomplete] };
  return { ...reply, sentences: sentencesOf(reply, input.compared) };
}

/**
 * The demand of a month on a path. Data of its own is the average of the month's beginning and end.
 *
 * @example pointOnPath({ path, month: 0, today, scaleData: true }).peak // today's, when the path starts there
 */
export function pointOnPath({
  path,
  month,
  today,
  scaleData,
}: {
  path: GrowthPath;
  month: number;
  today: LoadPoint;
  scaleData: boolean;
}): LoadPoint {
  const peak = valueInMonth(
    path.points.map((point) => ({ month: point.month, value: point.peakRequestsPerSecond })),
    month,
  );
  const times = scaleData && today.peak > 0 ? peak / today.peak : 1;
  const own = path.points.flatMap(({ month: at, storedGb }) => (storedGb === undefined ? [] : [{ month: at, value: storedGb }]));
  const storedGb = own.length > 0 ? (valueInMonth(own, Math.max(0, month - 1)) + valueInMonth(own, month)) / 2 : today.storedGb * times;
  return { ...today, peak, storedGb, connections: today.connections === null ? null : today.connections * times };
}

type Costs = OverTime["paths"][number]["months"][number];

function monthOf({ path, month, input }: { path: GrowthPath; month: number; input: TimeInput }): Costs {
  const point = pointOnPath({ path, month, today: input.today, scaleData: input.scaleData });
  const costs = Object.fromEntries(input.bills.map((bill) => [bill.id, text(bill.at(point))]));
  return { month, load: rounded(point.peak), storedGb: rounded(point.storedGb), costs };
}

/** Months 1 to the horizon; today's bill is shown, not counted twice. */
function totalsOf({ months, bills, horizonMonths }: { months: Costs[]; bills: readonly QuickBill[]; horizonMonths: number }) {
  return Object.fromEntries(
    bills.map(({ id }) => {
      const paid = months.slice(1, horizonMonths + 1).map(({ costs }) => costs[id] ?? null);
      return [id, paid.includes(null) ? null : text(paid.reduce((sum, cost) => sum + Number(cost), 0))];
    }),
  );
}

function crossingsOf(path: GrowthPath, input: TimeInput): DateCrossing[] {
  const ownData = path.points.some(({ storedGb }) => storedGb !== undefined);
  const found = ownData || !input.scaleData ? searched(path, input) : dated(path, input);
  return found.sort((a, b) => a.month - b.month);
}

/** The exact crossings of the axis at the months in which the path passes them. */
function dated(path: GrowthPath, { crossovers, horizonMonths, growth }: TimeInput): DateCrossing[] {
  return crossovers.flatMap((crossing) =>
    monthsAtLoad(path, crossing.x, horizonMonths).map((month) => {
      const isFalling = valueInMonth(loads(path), month + STEP) < crossing.x;
      const [before, after] = isFalling ? [crossing.cheaperAfter, crossing.cheaperBefore] : [crossing.cheaperBefore, crossing.cheaperAfter];
      return {
        a: crossing.a,
        b: crossing.b,
        month,
        date: dateOf(growth, month),
        load: crossing.x,
        cheaperBefore: before,
        cheaperAfter: after,
      };
    }),
  );
}

const STEP = 1e-6;
const STEPS_PER_MONTH = 8;
const HALVINGS = 30;

function searched(path: GrowthPath, input: TimeInput): DateCrossing[] {
  const { bills, compared, horizonMonths, today, scaleData, growth, incomplete } = input;
  const known = bills.filter(({ id }) => compared.includes(id) && !incomplete.has(id));
  const point = (month: number) => pointOnPath({ path, month, today, scaleData });
  const points = Array.from({ length: horizonMonths * STEPS_PER_MONTH + 1 }, (_, k) => point(k / STEPS_PER_MONTH));
  const costs = known.map((bill) => points.map((at) => bill.at(at)));
  return known.flatMap((a, i) =>
    known.slice(i + 1).flatMap((b, j) => {
      const lead = (month: number) => signOf(a.at(point(month)), b.at(point(month)));
      const [left = [], right = []] = [costs[i], costs[i + 1 + j]];
      const found: DateCrossing[] = [];
      let last = { month: 0, sign: 0 };
      for (const k of points.keys()) {
        const next = { month: k / STEPS_PER_MONTH, sign: signOf(left[k] ?? null, right[k] ?? null) };
        if (next.sign === 0) continue;
        if (last.sign !== 0 && next.sign !== last.sign) {
          const month = halve(lead, last.month, next.month);
          const [before, after] = last.sign < 0 ? [a.id, b.id] : [b.id, a.id];
          const load = rounded(point(month).peak);
          found.push({ a: a.id, b: b.id, month, date: dateOf(growth, month), load, cheaperBefore: before, cheaperAfter: after });
        }
        last = next;
      }
      return found;
    }),
  );
}

function halve(lead: (month: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const sign = lead(to);
  for (let k = 0; k < HALVINGS; k += 1) {
    const middle = (low + high) / 2;
    if (lead(middle) === sign) high = middle;
    else low = middle;
  }
  return Number(high.toFixed(6));
}

function signOf(a: number | null, b: number | null): number {
  if (a === null || b === null) return 0;
  return Math.abs(a - b) < 1e-6 ? 0 : Math.sign(a - b);
}

/**
 * One sentence per pair that changes places on some path: until when the first is cheaper, path by path; on a path that never
 * changes, whether it is cheaper there throughout or at no time.
 */
function sentencesOf({ paths, start }: Omit<OverTime, "sentences">, compared: readonly string[]): MessageRef[] {
  const pairs = compared.flatMap((a, index) => compared.slice(index + 1).map((b) => [a, b] as const));
  return pairs.flatMap(([a, b]) => {
    const rows = paths.map(({ id, crossings, months }) => {
      return { id, own: crossings.filter((crossing) => crossing.a === a && crossing.b === b), months };
    });
    const [first] = rows.flatMap(({ own }) => own);
    if (!first) return [];
    const params: MessageRef["params"] = { first: first.cheaperBefore, second: first.cheaperAfter, dated: start === null ? "no" : "yes" };
    for (const [index, { id, own, months }] of rows.entries()) {
      const [crossing] = own;
      const still = months.some(({ costs }) => costsLess(costs, first.cheaperAfter, first.cheaperBefore)) ? "not" : "never";
      params[`path${index + 1}`] = id;
      params[`when${index + 1}`] = crossing ? (crossing.date ?? rounded(crossing.month)) : still;
      params[`turn${index + 1}`] = crossing && crossing.cheaperBefore !== first.cheaperBefore ? "from" : "until";
      params[`more${index + 1}`] = Math.max(0, own.length - 1);
    }
    return [{ id: `costing.overTime.until${Math.min(3, rows.length)}`, params }];
  });
}

function costsLess(costs: Costs["costs"], a: string, b: string): boolean {
  const [left, right] = [costs[a] ?? null, costs[b] ?? null];
  return left !== null && right !== null && Number(left) < Number(right) - 1e-6;
}

function loads(path: GrowthPath) {
  return path.points.map(({ month, peakRequestsPerSecond }) => ({ month, value: peakRequestsPerSecond }));
}

function dateOf({ start }: Growth, month: number): string | null {
  return start === undefined ? null : isoMonth(start, month);
}

function text(usd: number | null): string | null {
  return usd === null ? null : usd.toFixed(6).replace(/\.?0+$/u, "");
}

function rounded(value: number): number {
  return Number(value.toFixed(9));
}

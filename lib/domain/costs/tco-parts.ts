import { pointOnPath } from "./cost-over-time";
import type { GrowthPath } from "./growth-schema";
import type { QuickBill } from "./quick-bill";
import type { LoadPoint } from "./quick-point";
import type { DesignTco, LockIn, Range, TcoRequest } from "./tco-schema";

/** Chooses one number of a range: its likely one, its low one, or one drawn for a trial. Equal keys get equal draws. */
export type Pick = (key: string, range: Range) => number;

export const likelyPick: Pick = (_, { likely }) => likely;
export const lowPick: Pick = (_, { low }) => low;
export const highPick: Pick = (_, { high }) => high;

/** Everything about one design that its total cost rests on; ranges filled with the defaults of `cost-models.md` section 5. */
export type TcoBasis = {
  id: string;
  horizonMonths: number;
  /** Sum of the bills over the horizon; null where the design cannot carry the likely path. */
  infrastructure: Range | null;
  /** False when it cannot carry the low or the high path, whose bill is then not in the range. */
  carriesSpread: boolean;
  opsHours: Range;
  weeks: Range;
  isKnown: boolean;
  exitMonths: Range;
  leaveShare: Range;
  lockIn: LockIn;
  coursesUsd: number;
  /** Its own hours of outage a year; null takes those of the request. */
  outageHours: Range | null;
  /** Moving the data out at the end; null when nobody knows the price. */
  egressUsd: number | null;
  /** The bill of the last month, paid twice while both run. */
  lastBill: number;
};

export type TcoAmounts = {
  infrastructure: number;
  operations: number;
  training: number | null;
  migration: number;
  incident: number | null;
  exit: number;
};

const HOURS_A_WEEK = 40;
const HOURS_A_MONTH = 160;
const MONTHS_A_YEAR = 12;

/**
 * The five components of one design in US dollars over the horizon, with every range settled by `pick` (`cost-models.md` section 5).
 * Training and incidents are null when people or the cost of an outage are unknown.
 *
 * @example 4 hours a month at $200 over 24 months: operations 19,200.
 */
export function tcoAmounts({ basis, tco, pick }: { basis: TcoBasis; tco: TcoRequest; pick: Pick }): TcoAmounts {
  const { id, horizonMonths } = basis;
  const rate = pick("rate", tco.engineerHourUsd);
  const operations = horizonMonths * pick(`opsHours:${id}`, basis.opsHours) * rate;
  const weeks = pick(`weeks:${id}`, basis.weeks);
  const learning = (people: number) => people * weeks * pick("loss", tco.productivityLossShare) * HOURS_A_WEEK * rate + basis.coursesUsd;
  const exit =
    pick(`exitMonths:${id}`, basis.exitMonths) * HOURS_A_MONTH * rate +
    (basis.egressUsd ?? 0) +
    pick("overlap", tco.overlapMonths) * basis.lastBill;
  const hours = basis.outageHours ? pick(`outageHours:${id}`, basis.outageHours) : pick("outageHours", tco.outageHoursYear);
  const outage = tco.outageHourUsd ? pick("outageUsd", tco.outageHourUsd) * hours : null;
  return {
    infrastructure: basis.infrastructure ? pick("load", basis.infrastructure) : 0,
    operations,
    training: trainingOf({ basis, people: tco.people, learning }),
    migration: pick(`leave:${id}`, basis.leaveShare) * exit,
    incident: outage === null ? null : (outage * horizonMonths) / MONTHS_A_YEAR,
    exit,
  };
}

function trainingOf({
  basis,
  people,
  learning,
}: {
  basis: TcoBasis;
  people: number | undefined;
  learning: (people: number) => number;
}): number | null {
  if (basis.isKnown) return 0;
  return people === undefined ? null : learning(people);
}

/** Bills of months 1 to the horizon along one path, discounted; null when some month cannot be carried. */
export function pathTotal(input: {
  bill: QuickBill;
  path: GrowthPath;
  today: LoadPoint;
  scaleData: boolean;
  horizonMonths: number;
  rateYear: number;
}): number | null {
  const { bill, horizonMonths, rateYear, ...rest } = input;
  let sum = 0;
  for (let month = 1; month <= horizonMonths; month += 1) {
    const cost = bill.at(pointOnPath({ ...rest, month }));
    if (cost === null) return null;
    sum += cost / (1 + rateYear) ** (month / MONTHS_A_YEAR);
  }
  return sum;
}

/** How much leaving costs grows with what ties a team down: half the work on open ground, two and a half times with every tie. */
export function tiedMonths(months: Range, lockIn: LockIn): Range {
  const factor = 0.5 + (lockIn.queryLanguage + lockIn.schemaFeatures + lockIn.tooling + lockIn.egress) / 6;
  return { low: months.low * factor, likely: months.likely * factor, high: months.high * factor };
}

const EXIT_MONTHS: Range = { low: 3, likely: 6, high: 18 };
const LEAVE_SHARE: Range = { low: 0.05, likely: 0.15, high: 0.4 };
const WEEKS: Range = { low: 2, likely: 6, high: 13 };

/** What a team left out, with the defaults of `cost-models.md` section 5; hours come from the design itself. */
export function filledIn(said: DesignTco | undefined, design: { opsHours: number; reach: number; lockIn: LockIn }) {
  const { opsHours, reach } = design;
  const lockIn = said?.lockIn ?? design.lockIn;
  return {
    opsHours: said?.opsHoursMonth ?? { low: opsHours / 2, likely: opsHours, high: opsHours * reach },
    weeks: said?.weeksToProficiency ?? WEEKS,
    isKnown: said?.isKnown ?? false,
    exitMonths: said?.exitMonths ?? tiedMonths(EXIT_MONTHS, lockIn),
    leaveShare: said?.leaveShare ?? LEAVE_SHARE,
    lockIn,
    coursesUsd: said?.coursesUsd ?? 0,
    outageHours: said?.outageHoursYear ?? null,
  };
}

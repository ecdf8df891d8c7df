import type { LoadBand } from "./request-schema";
import type { PricedDesign } from "./schema";
import type { Regret } from "./tco-schema";

type Bill = { id: string; costs: (number | null)[] };

/**
 * How much more than the cheapest each compared design could cost at worst, and who keeps that smallest (minimax regret, Savage 1951). Over the team's
 * own low, typical and high of the last year when they differ, else over the scenarios. A design that cannot carry what another can
 * has no bound. Ties go to the first. Null with fewer than two complete designs.
 *
 * @example Node 290, 290, 290, 290, 3,770 and serverless 52.5, 210, 210, 420, 5,250: at worst 237.50 and 1,480; node is chosen.
 */
export function minimaxRegret({ designs, bands }: { designs: readonly PricedDesign[]; bands: readonly LoadBand[] }): Regret | null {
  const known = designs.filter(({ complete }) => complete);
  if (known.length < 2) return null;
  const band = bands.findLast(({ low, high }) => low < high);
  const scenarios = band ? ["low", "typical", "high"] : (known[0]?.monthly.map(({ scenario }) => `${scenario}`) ?? []);
  const bills = known.map(
    (design): Bill => ({
      id: design.id,
      costs: band
        ? [band.low, band.typical, band.high].map((x) => costAt(design, x))
        : design.monthly.map(({ total }) => (total === null ? null : Number(total))),
    }),
  );
  return regretOf(bills, scenarios);
}

/**
 * The regrets of bills over scenarios, see `minimaxRegret`.
 *
 * @example regretOf([{ id: "A", costs: [290] }, { id: "B", costs: [52.5] }], ["1"]).choice // "B"
 */
export function regretOf(bills: readonly Bill[], scenarios: readonly string[]): Regret {
  const cheapest = scenarios.map((_, index) => Math.min(...bills.flatMap(({ costs }) => costs[index] ?? [])));
  const rows = bills.map(({ id, costs }) => {
    const regrets = costs.map((cost, index) => regretIn(cost, cheapest[index] ?? Number.POSITIVE_INFINITY));
    const worst = regrets.includes(null) ? null : Math.max(...regrets.map((regret) => regret ?? 0));
    return { id, worst, regrets: regrets.map((regret) => (regret === null ? null : regret.toFixed(2))) };
  });
  const ranked = rows.filter(({ worst }) => worst !== null).sort((a, b) => (a.worst ?? 0) - (b.worst ?? 0));
  const [best, next] = ranked;
  const rest = rows.find(({ id, worst }) => id !== best?.id && worst === null);
  return {
    scenarios: [...scenarios],
    rows: rows.map((row) => ({ ...row, worst: row.worst === null ? null : row.worst.toFixed(2) })),
    choice: best?.id ?? null,
    sentence: best ? sentenceOf({ best, next, rest }) : null,
  };
}

type Ranked = { id: string; worst: number | null };

function sentenceOf({ best, next, rest }: { best: Ranked; next: Ranked | undefined; rest: Ranked | undefined }) {
  const worst = best.worst ?? 0;
  const params = { choice: best.id, worst: worst.toFixed(2), isLeast: worst < 0.005 ? "yes" : "no" };
  if (next) return { id: "costing.regret.both", params: { ...params, other: next.id, otherWorst: (next.worst ?? 0).toFixed(2) } };
  return rest ? { id: "costing.regret.cannot", params: { ...params, other: rest.id } } : { id: "costing.regret.one", params };
}

/** Where nobody carries the load nobody regrets. */
function regretIn(cost: number | null, cheapest: number): number | null {
  if (cheapest === Number.POSITIVE_INFINITY) return 0;
  return cost === null ? null : Math.max(0, cost - cheapest);
}

function costAt({ curve }: PricedDesign, x: number): number | null {
  const segment = curve.segments.find(({ to }) => x <= to * (1 + 1e-9));
  return segment ? Number(segment.intercept) + Number(segment.slope) * x : null;
}

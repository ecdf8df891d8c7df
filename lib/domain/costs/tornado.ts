import type { MessageRef } from "../messages/message-ref";
import { likelyPick, type Pick, type TcoBasis, tcoAmounts } from "./tco-parts";
import { type Range, TCO_COMPONENTS, type Tco, type TcoRequest, type TornadoBar } from "./tco-schema";

/**
 * What drives the ranking: each uncertain input alone at its low and at its high, all others likely, and what that does to the lead of
 * the cheapest over the second. Widest first. Null with fewer than two designs to rank.
 *
 * @example The engineer hour from $150 to $300 moves the lead of a managed design over own servers by thousands.
 */
export function tornadoOf({
  bases,
  tco,
  horizonMonths,
}: {
  bases: readonly TcoBasis[];
  tco: TcoRequest;
  horizonMonths: number;
}): Tco["tornado"][number] | null {
  const totals = (pick: Pick) =>
    bases.map((basis) => ({ id: basis.id, total: totalOf(basis, tco, pick) })).sort((a, b) => a.total - b.total);
  const [winner, runnerUp] = totals(likelyPick);
  if (!winner || !runnerUp) return null;
  const at = (key: string, side: keyof Range) => {
    const ranked = totals((other, range) => (other === key ? range[side] : range.likely));
    const of = (id: string) => ranked.find((row) => row.id === id)?.total ?? 0;
    return { lead: of(runnerUp.id) - of(winner.id), winner: ranked[0]?.id ?? winner.id };
  };
  const bars = inputsOf(bases).map(({ key, input }): TornadoBar => {
    const [low, high] = [at(key, "low"), at(key, "high")];
    return {
      input,
      atLow: low.lead.toFixed(2),
      atHigh: high.lead.toFixed(2),
      swing: Math.abs(high.lead - low.lead).toFixed(2),
      winnerAtLow: low.winner,
      winnerAtHigh: high.winner,
      flips: low.winner !== winner.id || high.winner !== winner.id,
    };
  });
  const moving = bars.filter(({ swing }) => Number(swing) >= 0.01).sort((a, b) => Number(b.swing) - Number(a.swing));
  return { horizonMonths, winner: winner.id, runnerUp: runnerUp.id, lead: (runnerUp.total - winner.total).toFixed(2), bars: moving };
}

function totalOf(basis: TcoBasis, tco: TcoRequest, pick: Pick): number {
  const amounts = tcoAmounts({ basis, tco, pick });
  return TCO_COMPONENTS.reduce((sum, component) => sum + (amounts[component] ?? 0), 0);
}

const SHARED = ["load", "rate", "loss", "overlap", "outageUsd", "outageHours"] as const;
const PER_DESIGN = ["opsHours", "weeks", "exitMonths", "leave"] as const;
/** Outages of a design whose own hours somebody gave. */
const OWN_OUTAGE = "outageHours";

function inputsOf(bases: readonly TcoBasis[]): { key: string; input: MessageRef }[] {
  const shared = SHARED.map((key) => ({ key, input: { id: `costing.tornado.${key}`, params: {} } }));
  const own = bases.flatMap(({ id, outageHours }) =>
    [...PER_DESIGN, ...(outageHours ? [OWN_OUTAGE] : [])].map((key) => ({
      key: `${key}:${id}`,
      input: { id: `costing.tornado.${key === OWN_OUTAGE ? "ownOutageHours" : key}`, params: { design: id } },
    })),
  );
  return [...shared, ...own];
}

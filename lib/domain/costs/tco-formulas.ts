import type { MessageRef } from "../messages/message-ref";
import type { TcoAmounts, TcoBasis } from "./tco-parts";
import type { TcoComponent, TcoRequest } from "./tco-schema";

type Formulas = Record<TcoComponent["component"] | "opportunity" | "exit", MessageRef>;

/**
 * The arithmetic behind each likely component as a sentence with its numbers, so that a screen shows it on focus.
 *
 * @example totalFormulas(input).operations // "4 h a month × $200 × 24 months"
 */
export function totalFormulas({ basis, tco, likely }: { basis: TcoBasis; tco: TcoRequest; likely: TcoAmounts }): Formulas {
  const ref = (id: string, params: MessageRef["params"] = {}): MessageRef => ({ id: `costing.tco.formula.${id}`, params });
  const months = basis.horizonMonths;
  const rate = tco.engineerHourUsd.likely;
  const hours = basis.opsHours.likely;
  const exit = {
    engineerMonths: rounded(basis.exitMonths.likely),
    rate,
    egress: basis.egressUsd === null ? "unknown" : basis.egressUsd.toFixed(2),
    overlap: tco.overlapMonths.likely,
    bill: basis.lastBill.toFixed(2),
  };
  return {
    infrastructure: basis.infrastructure
      ? ref("infrastructure", {
          months,
          total: likely.infrastructure.toFixed(2),
          average: (likely.infrastructure / months).toFixed(2),
          spread: basis.carriesSpread ? "yes" : "no",
        })
      : ref("cannotCarry"),
    operations: ref("operations", { hours: rounded(hours), rate, months }),
    training: training({ basis, tco, ref }),
    migration: ref("migration", { ...exit, share: basis.leaveShare.likely, exit: likely.exit.toFixed(2) }),
    incident: tco.outageHourUsd
      ? ref("incident", { hours: tco.outageHoursYear.likely, usd: tco.outageHourUsd.likely, years: months / 12 })
      : ref("outageUnknown"),
    opportunity: ref("opportunity", { hours: rounded(hours * months), weeks: rounded((hours * months) / 40) }),
    exit: ref("exit", exit),
  };
}

type RefMaker = (id: string, params?: MessageRef["params"]) => MessageRef;

function training({ basis, tco, ref }: { basis: TcoBasis; tco: TcoRequest; ref: RefMaker }): MessageRef {
  if (basis.isKnown) return ref("known");
  if (tco.people === undefined) return ref("peopleUnknown");
  const loss = tco.productivityLossShare.likely;
  return ref("training", {
    people: tco.people,
    weeks: basis.weeks.likely,
    loss,
    rate: tco.engineerHourUsd.likely,
    courses: basis.coursesUsd,
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

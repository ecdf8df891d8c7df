import type { MessageRef } from "../messages/message-ref";
import { exactUsd as usd } from "./exact-usd";
import type { TcoAmounts, TcoBasis } from "./tco-parts";
import type { TcoComponent, TcoRequest } from "./tco-schema";

type Formulas = Record<TcoComponent["component"] | "opportunity" | "exit", MessageRef>;

/**
 * The arithmetic behind each likely component as a sentence with its numbers, so that a screen shows it on focus. Money is
 * exact decimal text; `readFormula` writes it as the reader does.
 *
 * @example totalFormulas(input).operations.params // { hours: 4, rate: "200", months: 24, total: "19200" }
 */
export function totalFormulas({ basis, tco, likely }: { basis: TcoBasis; tco: TcoRequest; likely: TcoAmounts }): Formulas {
  const ref = (id: string, params: MessageRef["params"] = {}): MessageRef => ({ id: `costing.tco.formula.${id}`, params });
  const months = basis.horizonMonths;
  const rate = usd(tco.engineerHourUsd.likely);
  const hours = basis.opsHours.likely;
  const exit = {
    engineerMonths: rounded(basis.exitMonths.likely),
    rate,
    egress: basis.egressUsd === null ? "unknown" : usd(basis.egressUsd),
    overlap: tco.overlapMonths.likely,
    bill: usd(basis.lastBill),
    total: usd(likely.exit),
  };
  return {
    infrastructure: basis.infrastructure
      ? ref("infrastructure", {
          months,
          total: usd(likely.infrastructure),
          average: usd(likely.infrastructure / months),
          spread: basis.carriesSpread ? "yes" : "no",
        })
      : ref("cannotCarry"),
    operations: ref("operations", { hours: rounded(hours), rate, months, total: usd(likely.operations) }),
    training: training({ basis, tco, likely, ref }),
    migration: ref("migration", { ...exit, share: basis.leaveShare.likely, exit: exit.total, total: usd(likely.migration) }),
    incident: tco.outageHourUsd
      ? ref("incident", {
          hours: (basis.outageHours ?? tco.outageHoursYear).likely,
          usd: usd(tco.outageHourUsd.likely),
          years: months / 12,
          total: usd(likely.incident ?? 0),
        })
      : ref("outageUnknown"),
    opportunity: ref("opportunity", { hours: rounded(hours * months), weeks: rounded((hours * months) / 40) }),
    exit: ref("exit", exit),
  };
}

type RefMaker = (id: string, params?: MessageRef["params"]) => MessageRef;

function training({ basis, tco, likely, ref }: { basis: TcoBasis; tco: TcoRequest; likely: TcoAmounts; ref: RefMaker }): MessageRef {
  if (basis.isKnown) return ref("known");
  if (tco.people === undefined) return ref("peopleUnknown");
  const loss = tco.productivityLossShare.likely;
  return ref("training", {
    people: tco.people,
    weeks: basis.weeks.likely,
    loss,
    rate: usd(tco.engineerHourUsd.likely),
    hasCourses: basis.coursesUsd > 0 ? "yes" : "no",
    courses: usd(basis.coursesUsd),
    total: usd(likely.training ?? 0),
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

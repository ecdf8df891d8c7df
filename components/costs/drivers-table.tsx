"use client";

import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { withNames } from "@/lib/domain/costs/named-refs";
import type { Tco } from "@/lib/domain/costs/tco-schema";
import classes from "./table.module.css";
import { useCostWords } from "./use-cost-words";

type Props = { tornado: Tco["tornado"][number]; names: Record<string, string> };

/** Who leads by how much when one input is at its low or high, all others likely. */
export function DriversTable({ tornado, names }: Props) {
  const t = useTranslations("costsheet.drivers");
  const { say, money, locale } = useCostWords();
  const lead = (winner: string, usd: string) => t("cheaperBy", { name: winner, lead: money(Math.abs(Number(usd))) });
  return (
    <ScrollRegion label={t("title")}>
      <table className={classes.stacked} aria-label={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("input")}</th>
            <th scope="col" className={classes.number}>
              {t("atLow")}
            </th>
            <th scope="col" className={classes.number}>
              {t("atHigh")}
            </th>
          </tr>
        </thead>
        <tbody>
          {tornado.bars.map((bar) => {
            const input = say(withNames(bar.input, names, locale));
            return (
              <tr key={input}>
                <th scope="row" className={classes.plain}>
                  {input}
                  {bar.flips && <span className={classes.warn}> ⇄ {t("flips")}</span>}
                </th>
                <td className={classes.number} data-label={t("atLow")}>
                  {lead(bar.winnerAtLow, bar.atLow)}
                </td>
                <td className={classes.number} data-label={t("atHigh")}>
                  {lead(bar.winnerAtHigh, bar.atHigh)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { CostReply } from "@/lib/domain/costs/schema";
import { CrossingBands } from "./crossing-bands";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

type Props = { uncertainty: NonNullable<CostReply["uncertainty"]>; drawn: string[]; names: Record<string, string> };

/** How often each design is the cheapest over the members' own estimates, and between what its bill then lies. */
export const OddsSection = memo(function OddsSection({ uncertainty, drawn, names }: Props) {
  const t = useTranslations("costsheet.odds");
  const { money, load } = useCostWords();
  const percent = (share: number) => t("percent", { share });
  return (
    <section>
      <h2 className={classes.heading}>{t("title")}</h2>
      <p className={classes.note}>{t("how", { trials: uncertainty.trials })}</p>
      <ScrollRegion label={t("title")}>
        <table className={classes.stacked}>
          <thead>
            <tr>
              <th scope="col">{t("design")}</th>
              {uncertainty.points.map(({ point, peakRequestsPerSecond: { p10, p50, p90 } }) => (
                <th key={point} scope="col" className={classes.number}>
                  {t(`points.${point}`)}
                  <span className={classes.under}>{t("load", { low: load(p10), mid: load(p50), high: load(p90) })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((id) => (
              <tr key={id}>
                <th scope="row">
                  <Unbroken>{`${id} · ${names[id] ?? id}`}</Unbroken>
                </th>
                {uncertainty.points.map(({ point, designs }) => {
                  const band = designs.find((design) => design.id === id);
                  return (
                    <td key={point} className={classes.number} data-label={t(`points.${point}`)}>
                      {band?.complete ? t("cheapest", { share: percent(band.cheapestShare) }) : t("open")}
                      {band?.p10 != null && band.p90 != null && (
                        <span className={classes.under}>{t("band", { low: money(band.p10), high: money(band.p90) })}</span>
                      )}
                      {band && band.infeasibleShare > 0 && (
                        <span className={classes.under}>{t("cannot", { share: percent(band.infeasibleShare) })}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <CrossingBands uncertainty={uncertainty} drawn={drawn} names={names} />
    </section>
  );
});

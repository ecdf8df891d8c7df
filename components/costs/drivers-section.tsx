"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { tornadoPlot } from "@/lib/domain/charts/tornado-plot";
import { withNames } from "@/lib/domain/costs/named-refs";
import type { Regret, Tco } from "@/lib/domain/costs/tco-schema";
import drivers from "./drivers.module.css";
import classes from "./table.module.css";
import { useCostWords } from "./use-cost-words";

const BAR_WIDTH = 260;

type Props = { tco: Tco | null; regret: Regret | null; names: Record<string, string>; horizonMonths: number };

/** What moves the lead of the cheapest, widest first, and what choosing wrongly could cost at worst. */
export const DriversSection = memo(function DriversSection({ tco, regret, names, horizonMonths }: Props) {
  const t = useTranslations("costsheet.drivers");
  const { say, money, locale } = useCostWords();
  const tornado = tco?.tornado.find((entry) => entry.horizonMonths === horizonMonths);
  if (!tornado && !regret?.sentence) return null;
  const name = (id: string) => names[id] ?? id;
  const bars = (tornado?.bars ?? []).map((bar, index) => ({
    ...bar,
    id: String(index),
    atLow: Number(bar.atLow),
    atHigh: Number(bar.atHigh),
  }));
  const plot = tornado ? tornadoPlot({ bars, lead: Number(tornado.lead), width: BAR_WIDTH }) : null;
  return (
    <section>
      <h2 className={classes.heading}>{t("title")}</h2>
      {regret?.sentence && <p className={drivers.sentence}>{say(withNames(regret.sentence, names, locale))}</p>}
      {tornado && plot && (
        <>
          <p className={classes.note}>
            {t("lead", { winner: name(tornado.winner), other: name(tornado.runnerUp), lead: money(tornado.lead), months: horizonMonths })}
          </p>
          <table className={classes.stacked}>
            <thead>
              <tr>
                <th scope="col">{t("input")}</th>
                <th scope="col" className={drivers.chart}>
                  {t("swing")}
                </th>
                <th scope="col" className={classes.number}>
                  {t("atLow")}
                </th>
                <th scope="col" className={classes.number}>
                  {t("atHigh")}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar, index) => {
                const drawn = plot.bars[index];
                return (
                  <tr key={bar.id}>
                    <th scope="row" className={classes.plain}>
                      {say(withNames(bar.input, names, locale))}
                      {bar.flips && <span className={classes.warn}> ⇄ {t("flips")}</span>}
                    </th>
                    <td className={drivers.chart} data-label={t("swing")}>
                      <svg viewBox={`0 0 ${plot.width} 16`} width="100%" height={16} aria-hidden="true" preserveAspectRatio="none">
                        <rect
                          x={drawn?.x}
                          y={2}
                          width={drawn?.width}
                          height={12}
                          fill={bar.flips ? "var(--warn)" : "var(--accent)"}
                          opacity={0.7}
                        />
                        <line x1={plot.zeroX} x2={plot.zeroX} y1={0} y2={16} stroke="var(--ink)" strokeWidth={1.5} />
                        <line x1={plot.leadX} x2={plot.leadX} y1={0} y2={16} stroke="var(--ink3)" strokeDasharray="2 2" />
                      </svg>
                    </td>
                    <td className={classes.number} data-label={t("atLow")}>
                      {t("cheaperBy", { name: bar.winnerAtLow, lead: money(Math.abs(bar.atLow)) })}
                    </td>
                    <td className={classes.number} data-label={t("atHigh")}>
                      {t("cheaperBy", { name: bar.winnerAtHigh, lead: money(Math.abs(bar.atHigh)) })}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
});

"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { TotalBars } from "@/components/charts/total-bars";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { totalPlot } from "@/lib/domain/charts/total-plot";
import { COMPONENT_TINTS, totalSvg } from "@/lib/domain/charts/total-svg";
import { briefNames } from "@/lib/domain/costs/finding-names";
import { readFormula, withNames } from "@/lib/domain/costs/named-refs";
import { TCO_COMPONENTS, type Tco } from "@/lib/domain/costs/tco-schema";
import { totalRows } from "@/lib/domain/costs/total-rows";
import { ChartCard, STILL_WIDTH, useChartWidth } from "./chart-card";
import classes from "./chart-card.module.css";
import { TotalGrid } from "./total-grid";
import { useCostWords } from "./use-cost-words";

type Props = { tco: Tco; drawn: string[]; names: Record<string, string>; horizonMonths: number; csvHref: string | null };

/** Total cost over the horizon: five components a design, with the range of their sum and the arithmetic of each. */
export const TotalCard = memo(function TotalCard({ tco, drawn, names, horizonMonths, csvHref }: Props) {
  const t = useTranslations("costsheet.total");
  const { say, money, locale } = useCostWords();
  const { ref, width } = useChartWidth();
  const designs = tco.designs.filter((design) => design.horizonMonths === horizonMonths && drawn.includes(design.id));
  const texts = { money: (usd: number) => chartMoney(usd, locale) };
  const totalText = (likely: string | null, isComplete: boolean) => {
    if (likely === null) return t("unknown");
    return isComplete ? money(likely) : t("atLeast", { cost: money(likely) });
  };
  const rows = totalRows(designs, { names: briefNames(names), total: totalText });
  const plot = totalPlot({ rows, width: width ?? STILL_WIDTH, texts });
  const still = totalPlot({ rows, width: STILL_WIDTH, texts });
  const about = { title: t("title", { months: horizonMonths }), description: t("description", { count: rows.length }) };
  const briefs = briefNames(names);
  const legend = TCO_COMPONENTS.map((component, index) => ({
    tint: COMPONENT_TINTS[index],
    word: `${index + 1} ${t(`components.${component}`)}`,
  }));
  const sentences = tco.sentences.filter(({ params }) => params.months === undefined || Number(params.months) === horizonMonths);
  return (
    <ChartCard
      name="total-cost"
      about={about}
      t={t}
      chartRef={ref}
      chart={<TotalBars plot={plot} {...about} />}
      still={<TotalBars plot={still} {...about} />}
      legend={legend}
      svg={() => totalSvg(still, about)}
      table={<TotalGrid designs={designs} names={names} />}
      csvHref={csvHref}
    >
      {sentences.map((sentence) => (
        <p key={`${sentence.id}-${JSON.stringify(sentence.params)}`} className={classes.note}>
          {say(withNames(sentence, briefs, locale))}
        </p>
      ))}
      <details className={classes.apart}>
        <summary>{t("opportunity")}</summary>
        <p className={classes.note}>{t("opportunityHelp")}</p>
        <ul className={classes.plainList}>
          {designs.map(({ id, opportunity }) => (
            <li
              key={id}
            >{`${id} · ${names[id] ?? id}: ${money(opportunity.cost.likely)}. ${say(readFormula(opportunity.formula, locale))}`}</li>
          ))}
        </ul>
      </details>
    </ChartCard>
  );
});

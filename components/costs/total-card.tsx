"use client";

import { useElementSize } from "@mantine/hooks";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { ChartTabs } from "@/components/charts/chart-tabs";
import { CopyChart } from "@/components/charts/copy-chart";
import { TotalBars } from "@/components/charts/total-bars";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { totalPlot } from "@/lib/domain/charts/total-plot";
import { COMPONENT_TINTS, totalSvg } from "@/lib/domain/charts/total-svg";
import { briefNames } from "@/lib/domain/costs/finding-names";
import { readFormula, withNames } from "@/lib/domain/costs/named-refs";
import { TCO_COMPONENTS, type Tco } from "@/lib/domain/costs/tco-schema";
import { totalRows } from "@/lib/domain/costs/total-rows";
import classes from "./cost-chart-card.module.css";
import { TotalGrid } from "./total-grid";
import { useCopyWords } from "./use-copy-words";
import { useCostWords } from "./use-cost-words";

const STILL_WIDTH = 752;
const LEAST_WIDTH = 200;

type Props = { tco: Tco; drawn: string[]; names: Record<string, string>; horizonMonths: number; csvHref: string | null };

/** Total cost over the horizon: five components a design, with the range of their sum and the arithmetic of each. */
export const TotalCard = memo(function TotalCard({ tco, drawn, names, horizonMonths, csvHref }: Props) {
  const t = useTranslations("costsheet.total");
  const { say, money, locale } = useCostWords();
  const copyWords = useCopyWords();
  const { ref, width } = useElementSize();
  const designs = tco.designs.filter((design) => design.horizonMonths === horizonMonths && drawn.includes(design.id));
  const texts = { money: (usd: number) => chartMoney(usd, locale) };
  const totalText = (likely: string | null, isComplete: boolean) => {
    if (likely === null) return t("unknown");
    return isComplete ? money(likely) : t("atLeast", { cost: money(likely) });
  };
  const rows = totalRows(designs, { names: briefNames(names), total: totalText });
  const plot = totalPlot({ rows, width: width >= LEAST_WIDTH ? Math.floor(width) : STILL_WIDTH, texts });
  const still = totalPlot({ rows, width: STILL_WIDTH, texts });
  const about = { title: t("title", { months: horizonMonths }), description: t("description", { count: rows.length }) };
  const briefs = briefNames(names);
  const sentences = tco.sentences.filter(({ params }) => params.months === undefined || Number(params.months) === horizonMonths);
  return (
    <ChartTabs
      title={about.title}
      label={t("tabs.label")}
      chart={{
        name: t("tabs.chart"),
        panel: (
          <>
            <div ref={ref} className={classes.onScreen}>
              <TotalBars plot={plot} {...about} />
            </div>
            <div className={classes.print}>
              <TotalBars plot={still} {...about} />
            </div>
            <ol className={classes.legend}>
              {TCO_COMPONENTS.map((component, index) => (
                <li key={component}>
                  <span className={classes.swatch} style={{ background: COMPONENT_TINTS[index] }} aria-hidden="true" />
                  {index + 1} {t(`components.${component}`)}
                </li>
              ))}
            </ol>
          </>
        ),
      }}
      table={{ name: t("tabs.table"), panel: <TotalGrid designs={designs} names={names} /> }}
      csv={csvHref ? { name: t("tabs.csv"), help: t("tabs.csvHelp"), href: csvHref } : null}
    >
      <div className={classes.copies}>
        <CopyChart name="total-cost" svg={() => totalSvg(still, about)} words={copyWords} />
      </div>
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
    </ChartTabs>
  );
});

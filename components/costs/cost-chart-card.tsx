"use client";

import { useElementSize, useMounted } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { ChartTabs } from "@/components/charts/chart-tabs";
import { ChartToggle } from "@/components/charts/chart-toggle";
import { CostFigure } from "@/components/charts/cost-figure";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { plotOf } from "@/lib/domain/charts/geometry";
import type { PlotTexts } from "@/lib/domain/charts/plot-model";
import { costPlotInput, firstView, seriesOf } from "@/lib/domain/costs/cost-plot";
import { briefNames } from "@/lib/domain/costs/finding-names";
import type { CostReply } from "@/lib/domain/costs/schema";
import classes from "./cost-chart-card.module.css";
import { drawnDesigns } from "./drawn-designs";
import { PointsTable } from "./points-table";
import { type CostWords, useCostWords } from "./use-cost-words";

// recharts weighs more than the rest of the screen; the figure stands in its place until it has come.
const CostChart = lazy(() => import("@/components/charts/cost-chart").then(({ CostChart }) => ({ default: CostChart })));

const WIDE = { width: 752, height: 400 };
const NARROW_BELOW = 480;
const NARROW_HEIGHT = 220;

type CardProps = { reply: CostReply; names: Record<string, string>; csvHref: string | null };

export function CostChartCard({ reply, names, csvHref }: CardProps) {
  const words = useCostWords();
  const { t, load } = words;
  const { ref, width } = useElementSize();
  const isMounted = useMounted();
  const near = firstView(reply);
  const [isFar, setFar] = useState(false);
  const [isLog, setLog] = useState(false);
  const to = isFar ? reply.axis.to : near;
  const drawn = drawnDesigns(reply);
  const size = width > 0 ? { width: Math.floor(width), height: width < NARROW_BELOW ? NARROW_HEIGHT : WIDE.height } : WIDE;
  const texts = textsFor(words, names);
  const plot = plotOf(costPlotInput(reply, drawn, { ...size, to, isLog, texts }));
  const still = plotOf(costPlotInput(reply, drawn, { ...WIDE, to, isLog, texts }));
  const about = { title: t("title"), description: t("chart.description", { count: drawn.length, to: load(to) }) };
  const chartWords = {
    ...about,
    load: (value: number) => t("chart.tooltipLoad", { load: load(value) }),
    money: words.money,
    names,
    ended: t("chart.ended"),
  };
  const live = (
    <Suspense fallback={<CostFigure plot={plot} {...about} />}>
      <CostChart plot={plot} series={seriesOf(reply, drawn)} to={to} isLog={isLog} words={chartWords} />
    </Suspense>
  );
  const options = (
    <>
      <ChartToggle isOn={isLog} onChange={setLog}>
        {t("tabs.log")}
      </ChartToggle>
      {reply.axis.to > near * 1.01 && (
        <ChartToggle isOn={isFar} onChange={setFar}>
          {t("range.upTo", { load: load(reply.axis.to) })}
        </ChartToggle>
      )}
    </>
  );
  return (
    <ChartTabs
      title={t("title")}
      label={t("tabs.label")}
      chart={{
        name: t("tabs.chart"),
        panel: (
          <>
            <div ref={ref} className={classes.live}>
              {isMounted && width > 0 ? live : <CostFigure plot={plot} {...about} />}
            </div>
            <div className={classes.print}>
              <CostFigure plot={still} {...about} />
            </div>
          </>
        ),
      }}
      table={{ name: t("tabs.table"), panel: <PointsTable reply={reply} drawn={drawn} names={names} to={to} /> }}
      csv={csvHref ? { name: t("tabs.csv"), help: t("tabs.csvHelp"), href: csvHref } : null}
      options={options}
    >
      {plot.zone && <p className={classes.note}>{t("chart.zone")}</p>}
    </ChartTabs>
  );
}

/** What is written on the chart. */
function textsFor({ t, load, locale }: CostWords, names: Record<string, string>): PlotTexts {
  return {
    xTick: (value, isLast) => (isLast ? t("chart.perSecond", { load: load(value) }) : load(value)),
    money: (usd) => chartMoney(usd, locale),
    names: briefNames(names),
    band: ({ id, low, high }) => t(`chart.bands.${id}${low < high ? "Spread" : ""}`),
    dot: (role, at) => t(`chart.dots.${role}`, { load: load(at) }),
    cheapest: t("chart.cheapest"),
    nobody: t("chart.nobody"),
  };
}

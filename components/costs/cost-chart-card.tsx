"use client";

import { useMounted } from "@mantine/hooks";
import { lazy, memo, Suspense, useState } from "react";
import { ChartToggle } from "@/components/charts/chart-toggle";
import { CostFigure } from "@/components/charts/cost-figure";
import { plotOf } from "@/lib/domain/charts/geometry";
import { plotSvg } from "@/lib/domain/charts/plot-svg";
import { plotTexts } from "@/lib/domain/charts/plot-texts";
import { costPlotInput, firstView, seriesOf, WIDE } from "@/lib/domain/costs/cost-plot";
import { drawnDesigns } from "@/lib/domain/costs/drawn-designs";
import type { CostReply } from "@/lib/domain/costs/schema";
import { ChartCard, useChartWidth } from "./chart-card";
import classes from "./chart-card.module.css";
import { PointsTable } from "./points-table";
import { useCostWords } from "./use-cost-words";

// recharts weighs more than the rest of the screen; the figure stands in its place until it has come.
const CostChart = lazy(() => import("@/components/charts/cost-chart").then(({ CostChart }) => ({ default: CostChart })));

const NARROW_BELOW = 480;
const NARROW_HEIGHT = 220;

type CardProps = { reply: CostReply; names: Record<string, string>; csvHref: string | null };

/** Kept while nothing of it changes, so that a reading by keyboard outlives what arrives elsewhere on the screen. */
export const CostChartCard = memo(function CostChartCard({ reply, names, csvHref }: CardProps) {
  const words = useCostWords();
  const { t, load } = words;
  const { ref, width } = useChartWidth();
  const isMounted = useMounted();
  const near = firstView(reply);
  const [isFar, setFar] = useState(false);
  const [isLog, setLog] = useState(false);
  const to = isFar ? reply.axis.to : near;
  const drawn = drawnDesigns(reply);
  const size = width === null ? WIDE : { width, height: width < NARROW_BELOW ? NARROW_HEIGHT : WIDE.height };
  const texts = plotTexts(words.sayId, { names, locale: words.locale });
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
  const figure = <CostFigure plot={plot} {...about} />;
  const live = (
    <Suspense fallback={figure}>
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
    <ChartCard
      name="cost-against-load"
      about={about}
      t={t}
      chartRef={ref}
      chart={isMounted && width !== null ? live : figure}
      isLive
      still={<CostFigure plot={still} {...about} />}
      svg={() => plotSvg(still, about)}
      table={<PointsTable reply={reply} drawn={drawn} names={names} to={to} />}
      csvHref={csvHref}
      options={options}
    >
      {plot.zone && <p className={classes.note}>{t("chart.zone")}</p>}
    </ChartCard>
  );
});

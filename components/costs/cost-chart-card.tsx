"use client";

import { useElementSize, useMounted } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { ChartTabs } from "@/components/charts/chart-tabs";
import { ChartToggle } from "@/components/charts/chart-toggle";
import { CostFigure } from "@/components/charts/cost-figure";
import { plotOf } from "@/lib/domain/charts/geometry";
import { costPlotInput, firstView, seriesOf } from "@/lib/domain/costs/cost-plot";
import type { CostReply } from "@/lib/domain/costs/schema";
import classes from "./cost-chart-card.module.css";
import { drawnDesigns } from "./drawn-designs";
import { PointsTable } from "./points-table";
import { type CostWords, useCostWords } from "./use-cost-words";

// recharts weighs more than the rest of the screen; the figure stands in its place until it has come.
const CostChart = lazy(() => import("@/components/charts/cost-chart").then(({ CostChart }) => ({ default: CostChart })));

const WIDE = { width: 752, height: 400 };
const NARROW_BELOW = 480;

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
  const size = width > 0 ? { width: Math.floor(width), height: width < NARROW_BELOW ? 300 : WIDE.height } : WIDE;
  const xTicks = size.width < NARROW_BELOW ? 2 : 4;
  const plot = plotOf(costPlotInput(reply, drawn, { ...size, to, isLog, xTicks }));
  const still = plotOf(costPlotInput(reply, drawn, { ...WIDE, to, isLog }));
  const chartWords = wordsFor({ words, reply, names, to, plot });
  const stillWords = wordsFor({ words, reply, names, to, plot: still });
  const figure = <CostFigure plot={still} words={stillWords} />;
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
    <ChartTabs
      title={t("title")}
      label={t("tabs.label")}
      chart={{
        name: t("tabs.chart"),
        panel: (
          <>
            <div ref={ref} className={classes.live}>
              {isMounted && width > 0 ? live : figure}
            </div>
            <div className={classes.print}>{figure}</div>
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

function wordsFor({
  words,
  reply,
  names,
  to,
  plot,
}: {
  words: CostWords;
  reply: CostReply;
  names: Record<string, string>;
  to: number;
  plot: ReturnType<typeof plotOf>;
}) {
  const { t, load, money } = words;
  const isNarrow = plot.area.right - plot.area.left < 400 && plot.width < 520;
  const last = plot.xTicks.at(-1)?.value;
  return {
    title: t("title"),
    description: t("chart.description", { count: plot.series.length, to: load(to) }),
    xTick: (value: number) => (value === last ? t("chart.perSecond", { load: load(value) }) : load(value)),
    yTick: (value: number) => (value === 0 ? "$0" : money(value)),
    series: Object.fromEntries(
      plot.series.map(({ id, end }) => [
        id,
        isNarrow ? `${id} ${money(end.cost)}` : `${id} · ${shortName(names[id] ?? id)} ${money(end.cost)}`,
      ]),
    ),
    bands: Object.fromEntries(
      reply.bands.map(({ id, low, high }) => [id, t(low < high ? `chart.bands.${id}Spread` : `chart.bands.${id}`)]),
    ),
    dots: Object.fromEntries(plot.dots.map((dot) => [dot.role, t(`chart.dots.${dot.role}`, { load: load(dot.load) })])),
    cheapest: t("chart.cheapest"),
    nobody: t("chart.nobody"),
    load: (value: number) => t("chart.tooltipLoad", { load: load(value) }),
    money,
    names,
    ended: t("chart.ended"),
  };
}

const LABEL_LENGTH = 18;

/** The margin beside the plot holds a few words; the full name stands in the tables. */
function shortName(name: string): string {
  const brief = name.replace(/^Amazon /, "").split(",")[0] ?? name;
  return brief.length <= LABEL_LENGTH ? brief : `${brief.slice(0, LABEL_LENGTH - 1).trimEnd()}…`;
}

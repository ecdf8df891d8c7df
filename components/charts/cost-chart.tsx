"use client";

import { ComposedChart, DefaultZIndexes, Line, ReferenceDot, Tooltip, XAxis, YAxis, ZIndexLayer } from "recharts";
import { chartRows } from "@/lib/domain/charts/chart-rows";
import type { Plot, PlotSeries } from "@/lib/domain/charts/plot-model";
import { PlotAxes, PlotBands, PlotDotLabels, PlotEndLabels, PlotStrip } from "./plot-parts";
import { Reading } from "./reading";
import { colourOf, dashProps } from "./series-style";

export type CostChartProps = {
  plot: Plot;
  series: PlotSeries[];
  to: number;
  isLog: boolean;
  words: {
    title: string;
    description: string;
    load: (value: number) => string;
    money: (value: number) => string;
    names: Record<string, string>;
    ended: string;
  };
};

/**
 * The live chart: recharts draws lines and the cursor; axes, labels, bands and the strip come from the plot, whose area
 * the margins below reproduce. Staircases are drawn stepwise, everything else straight between breakpoints.
 */
export function CostChart({ plot, series, to, isLog, words }: CostChartProps) {
  const { area, width, height } = plot;
  const rows = chartRows({ series, to, isLog }).map(({ x, values }) => ({ x, ...values }));
  const first = rows[0]?.x ?? 0;
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={{ left: area.left, right: width - area.right, top: area.top, bottom: height - area.bottom }}
      title={words.title}
      desc={words.description}
    >
      <PlotAxes plot={plot} />
      <PlotBands plot={plot} />
      <XAxis dataKey="x" type="number" scale={isLog ? "log" : "linear"} domain={[first, to]} allowDataOverflow hide />
      <YAxis domain={[0, plot.yMax]} hide />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--ink3)" }}
        content={({ active, label, payload }) => {
          const values = payload?.[0]?.payload ?? {};
          return active ? <Reading head={words.load(Number(label))} ids={byCost(series, values)} values={values} words={words} /> : null;
        }}
      />
      {series.map(({ id, segments }) => (
        <Line
          key={id}
          dataKey={id}
          type={segments.every(({ slope }) => slope === 0) ? "stepAfter" : "linear"}
          stroke={colourOf(id)}
          strokeWidth={2.25}
          {...dashProps(id)}
          dot={false}
          activeDot={{ r: 4, fill: "var(--sheet)", stroke: colourOf(id), strokeWidth: 2 }}
          isAnimationActive={false}
        />
      ))}
      {plot.dots.map((dot) => (
        <ReferenceDot key={dot.role} x={dot.load} y={dot.cost} r={5} fill="var(--sheet)" stroke="var(--ink)" strokeWidth={1.75} />
      ))}
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <PlotDotLabels plot={plot} />
        <PlotEndLabels plot={plot} />
        <PlotStrip plot={plot} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

/** The cheapest first, and what has ended last. */
function byCost(series: PlotSeries[], values: Record<string, number | null>): string[] {
  const cost = (id: string) => values[id] ?? Number.POSITIVE_INFINITY;
  return series.map(({ id }) => id).sort((a, b) => cost(a) - cost(b));
}

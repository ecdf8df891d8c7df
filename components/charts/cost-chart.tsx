"use client";

import { ComposedChart, DefaultZIndexes, Line, ReferenceDot, Tooltip, XAxis, YAxis, ZIndexLayer } from "recharts";
import { chartRows } from "@/lib/domain/charts/chart-rows";
import type { Plot, PlotSeries } from "@/lib/domain/charts/plot-model";
import classes from "./cost-chart.module.css";
import { PlotAxes, PlotBands, PlotDotLabels, PlotEndLabels, PlotStrip } from "./plot-parts";
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
        content={({ active, label, payload }) =>
          active ? <Reading load={Number(label)} values={payload?.[0]?.payload ?? {}} series={series} words={words} /> : null
        }
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

/** recharts' own tooltip shouts into an assertive live region; this one only shows. */
function Reading({
  load,
  values,
  series,
  words,
}: {
  load: number;
  values: Record<string, number | null>;
  series: PlotSeries[];
  words: CostChartProps["words"];
}) {
  const known = series.map(({ id }) => ({ id, value: values[id] })).sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
  return (
    <div className={classes.reading} aria-hidden="true">
      <div className={classes.load}>{words.load(load)}</div>
      {known.map(({ id, value }) => (
        <div key={id} className={classes.row}>
          <span style={{ color: colourOf(id) }}>●</span>
          <span className={classes.name}>
            {id} · {words.names[id]}
          </span>
          <b>{typeof value === "number" ? words.money(value) : words.ended}</b>
        </div>
      ))}
    </div>
  );
}

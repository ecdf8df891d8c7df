"use client";

import { ComposedChart, DefaultZIndexes, Line, Tooltip, XAxis, YAxis, ZIndexLayer } from "recharts";
import type { MonthsPath, MonthsPlot } from "@/lib/domain/charts/months-plot";
import { PanelAxes, PanelMarks } from "./months-figure";
import { Reading } from "./reading";
import { colourOf, dashProps } from "./series-style";

type Words = {
  title: string;
  panel: (id: string) => string;
  month: (month: number) => string;
  money: (usd: number) => string;
  names: Record<string, string>;
  ended: string;
};
type Props = { plot: MonthsPlot; paths: MonthsPath[]; words: Words };

/** One live chart per growth path; the cursor stands at the same month in all of them. */
export function MonthsChart({ plot, paths, words }: Props) {
  return (
    <div style={{ position: "relative", width: plot.width, height: plot.height }}>
      {plot.panels.map((panel) => (
        <div key={panel.id} style={{ position: "absolute", left: panel.left, top: panel.top }}>
          <Panel plot={plot} panel={panel} path={paths.find(({ id }) => id === panel.id)} words={words} />
        </div>
      ))}
    </div>
  );
}

type PanelProps = { plot: MonthsPlot; panel: MonthsPlot["panels"][number]; path: MonthsPath | undefined; words: Words };

function Panel({ plot, panel, path, words }: PanelProps) {
  const { area, width, height } = panel;
  const series = path?.series ?? [];
  const rows = Array.from({ length: plot.months + 1 }, (_, month) => ({
    month,
    ...Object.fromEntries(series.map(({ id, points }) => [id, points.find((point) => point.month === month)?.cost ?? null])),
  }));
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={{ left: area.left, right: width - area.right, top: area.top, bottom: height - area.bottom }}
      title={`${words.title}, ${words.panel(panel.id)}`}
      syncId="cost-over-time"
      syncMethod="value"
    >
      <PanelAxes panel={panel} />
      <XAxis dataKey="month" type="number" domain={[0, plot.months]} allowDataOverflow hide />
      <YAxis domain={[0, plot.yMax]} hide />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--ink3)" }}
        content={({ active, label, payload }) =>
          active ? (
            <Reading
              head={words.month(Number(label))}
              ids={series.map(({ id }) => id)}
              values={payload?.[0]?.payload ?? {}}
              words={words}
            />
          ) : null
        }
      />
      {series.map(({ id }) => (
        <Line
          key={id}
          dataKey={id}
          type="linear"
          stroke={colourOf(id)}
          strokeWidth={2}
          {...dashProps(id)}
          dot={false}
          activeDot={{ r: 3.5, fill: "var(--sheet)", stroke: colourOf(id), strokeWidth: 2 }}
          isAnimationActive={false}
        />
      ))}
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <PanelMarks panel={panel} />
      </ZIndexLayer>
    </ComposedChart>
  );
}

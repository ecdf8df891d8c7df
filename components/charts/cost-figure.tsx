import type { Plot } from "@/lib/domain/charts/plot-model";
import { PlotAxes, PlotBands, PlotDotLabels, PlotEndLabels, PlotFrame, PlotStrip } from "./plot-parts";
import { colourOf, dashOf } from "./series-style";

/**
 * The cost chart as plain SVG: for print, for the first paint, and wherever no script runs. Drawn from the same geometry
 * as the live chart.
 */
export function CostFigure({ plot, title, description }: { plot: Plot; title: string; description: string }) {
  return (
    <PlotFrame plot={plot} title={title} description={description}>
      <PlotAxes plot={plot} />
      <PlotBands plot={plot} />
      {plot.series.map((series) => (
        <path
          key={series.id}
          d={series.path}
          fill="none"
          stroke={colourOf(series.id)}
          strokeWidth={2.25}
          strokeDasharray={dashOf(series.id)}
          strokeLinejoin="round"
        />
      ))}
      {plot.dots.map((dot) => (
        <circle key={dot.role} cx={dot.x} cy={dot.y} r={5} fill="var(--sheet)" stroke="var(--ink)" strokeWidth={1.75} />
      ))}
      <PlotDotLabels plot={plot} />
      <PlotEndLabels plot={plot} />
      <PlotStrip plot={plot} />
    </PlotFrame>
  );
}

import type { Plot } from "@/lib/domain/charts/geometry";
import { PlotBands, PlotDotLabels, PlotEndLabels, PlotStrip, type PlotWords } from "./plot-parts";
import { colourOf, dashOf } from "./series-style";

/**
 * The cost chart as plain SVG: for print, for the first paint, and wherever no script runs. Drawn from the same geometry
 * as the live chart.
 */
export function CostFigure({ plot, words, className }: { plot: Plot; words: PlotWords; className?: string | undefined }) {
  const { area } = plot;
  return (
    <svg
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      width="100%"
      role="img"
      aria-label={`${words.title}. ${words.description}`}
      className={className}
      style={{ display: "block", overflow: "visible", fontVariantNumeric: "tabular-nums" }}
    >
      <g fill="var(--ink3)" fontSize={13}>
        {plot.yTicks.map(({ value, y }) => (
          <g key={value}>
            <line x1={area.left} x2={area.right} y1={y} y2={y} stroke="var(--rule)" />
            <text x={area.left - 10} y={y + 4} textAnchor="end">
              {words.yTick(value)}
            </text>
          </g>
        ))}
        {plot.xTicks.map(({ value, x }) => (
          <text key={value} x={x} y={area.bottom + 20} textAnchor="middle">
            {words.xTick(value)}
          </text>
        ))}
      </g>
      <PlotBands plot={plot} words={words} />
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
      <PlotDotLabels plot={plot} words={words} />
      <PlotEndLabels plot={plot} words={words} />
      <PlotStrip plot={plot} words={words} />
    </svg>
  );
}

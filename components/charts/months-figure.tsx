import type { MonthsPanel, MonthsPlot } from "@/lib/domain/charts/months-plot";
import { Label, PlotFrame } from "./plot-parts";
import { colourOf, dashOf } from "./series-style";

/** Cost over time as plain SVG: for the first paint, for print, and wherever no script runs. */
export function MonthsFigure({ plot, title, description }: { plot: MonthsPlot; title: string; description: string }) {
  return (
    <PlotFrame plot={plot} title={title} description={description}>
      {plot.panels.map((panel) => (
        <g key={panel.id} transform={`translate(${panel.left},${panel.top})`}>
          <PanelAxes panel={panel} />
          {panel.series.map(({ id, path }) => (
            <path key={id} d={path} fill="none" stroke={colourOf(id)} strokeWidth={2} strokeDasharray={dashOf(id)} />
          ))}
          <PanelMarks panel={panel} />
        </g>
      ))}
    </PlotFrame>
  );
}

/** Title, grid and the texts of both axes of one panel. */
export function PanelAxes({ panel: { area, title, xTicks, yTicks } }: { panel: MonthsPanel }) {
  return (
    <g>
      <Label label={title} fill="var(--ink)" />
      {yTicks.map(({ value, y, label }) => (
        <g key={value}>
          <line x1={area.left} x2={area.right} y1={y} y2={y} stroke="var(--rule)" />
          {label && <Label label={label} fill="var(--ink3)" />}
        </g>
      ))}
      {xTicks.map(({ value, label }) => (
        <Label key={value} label={label} fill="var(--ink3)" />
      ))}
    </g>
  );
}

/** Letters at the ends of the lines, and open circles where two of them cross. */
export function PanelMarks({ panel: { series, dots } }: { panel: MonthsPanel }) {
  return (
    <g>
      {series.map(({ id, label }) => (
        <Label key={id} label={label} fill="var(--ink)" hasHalo />
      ))}
      {dots.map(({ x, y, month, cost }) => (
        <circle key={`${month} ${cost}`} cx={x} cy={y} r={4} fill="var(--sheet)" stroke="var(--ink)" strokeWidth={1.5} />
      ))}
    </g>
  );
}

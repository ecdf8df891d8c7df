import type { ReactNode } from "react";
import { STRIP_HEIGHT } from "@/lib/domain/charts/plot-marks";
import type { Plot } from "@/lib/domain/charts/plot-model";
import type { PlotText } from "@/lib/domain/charts/text-width";
import type { TotalPlot } from "@/lib/domain/charts/total-plot";
import { colourOf } from "./series-style";

type Size = { width: number; height: number };

/** The frame of each drawing: as wide as its column, with its name and what it shows for whoever cannot see it. */
export function PlotFrame({ plot, title, description, children }: { plot: Size; title: string; description: string; children: ReactNode }) {
  return (
    <svg
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      width="100%"
      role="img"
      aria-label={`${title}. ${description}`}
      style={{ display: "block", fontVariantNumeric: "tabular-nums" }}
    >
      {children}
    </svg>
  );
}

/** The grid of bars that lie: a line up from each number of the axis. */
export function UprightGrid({ plot: { xTicks, area } }: { plot: Pick<TotalPlot, "xTicks" | "area"> }) {
  return xTicks.map(({ value, x, label }) => (
    <g key={value}>
      <line x1={x} x2={x} y1={area.top} y2={area.bottom} stroke="var(--rule)" />
      <Label label={label} fill="var(--ink3)" />
    </g>
  ));
}

/** Grid lines and the texts of both axes. */
export function PlotAxes({ plot }: { plot: Plot }) {
  const { area } = plot;
  return (
    <g>
      {plot.yTicks.map(({ value, y, label }) => (
        <g key={value}>
          <line x1={area.left} x2={area.right} y1={y} y2={y} stroke="var(--rule)" />
          <Label label={label} fill="var(--ink3)" />
        </g>
      ))}
      {plot.xTicks.map(({ value, label }) => (
        <Label key={value} label={label} fill="var(--ink3)" />
      ))}
    </g>
  );
}

export function PlotBands({ plot }: { plot: Plot }) {
  const { area } = plot;
  return (
    <g>
      {plot.zone && <rect x={plot.zone.x} width={plot.zone.width} y={area.top} height={area.bottom - area.top} fill="var(--shade)" />}
      {plot.bands.map((band) => (
        <g key={band.id}>
          <rect x={band.x} width={band.width} y={area.top - 4} height={area.bottom - area.top + 4} fill="var(--shade)" />
          <path d={`M${band.typicalX},${area.bottom}v6`} stroke="var(--ink3)" />
          <Label label={band.label} fill="var(--ink3)" />
        </g>
      ))}
    </g>
  );
}

export function PlotDotLabels({ plot }: { plot: Plot }) {
  return plot.dots.map(({ role, label }) => <Label key={role} label={label} fill="var(--ink)" hasHalo />);
}

/** Name and price at the right end of each line, in ink; only the stub beside them is coloured. */
export function PlotEndLabels({ plot }: { plot: Plot }) {
  return plot.series.map(({ id, end, label }) => (
    <g key={id}>
      <path d={`M${end.x + 2},${end.y}L${label.x - 3},${label.y - 4}`} stroke={colourOf(id)} fill="none" />
      <Label label={label} fill="var(--ink)" hasHalo />
    </g>
  ));
}

/** Which design is cheapest where, as coloured pieces under the axis with their letters below. */
export function PlotStrip({ plot }: { plot: Plot }) {
  return (
    <g>
      <Label label={plot.cheapest} fill="var(--ink3)" />
      {plot.strip.map((part) => (
        <g key={part.x}>
          <rect
            x={part.x}
            width={part.width}
            y={plot.stripY}
            height={STRIP_HEIGHT}
            fill={part.id ? colourOf(part.id) : "var(--shade)"}
            opacity={0.85}
          />
          {part.label && <Label label={part.label} fill="var(--ink2)" />}
        </g>
      ))}
    </g>
  );
}

export function Label({ label, fill, hasHalo = false }: { label: PlotText; fill: string; hasHalo?: boolean }) {
  const halo = hasHalo ? ({ stroke: "var(--sheet)", strokeWidth: 4, paintOrder: "stroke" } as const) : {};
  return (
    <text
      x={label.x}
      y={label.y}
      textAnchor={label.anchor}
      fontSize={label.size}
      fontWeight={label.isBold ? 560 : undefined}
      fill={fill}
      {...halo}
    >
      {label.text}
    </text>
  );
}

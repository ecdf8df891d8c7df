import type { TornadoPlot } from "@/lib/domain/charts/tornado-plot";
import { END_TINTS } from "@/lib/domain/charts/tornado-svg";
import { Label, PlotFrame, UprightGrid } from "./plot-parts";

type Props = { plot: TornadoPlot; title: string; description: string };

/** What drives the ranking as bars around the likely lead; on the screen, in print, and where no script runs. */
export function TornadoBars({ plot, title, description }: Props) {
  const { area } = plot;
  return (
    <PlotFrame plot={plot} title={title} description={description}>
      <UprightGrid plot={plot} />
      {plot.sides.map((side) => (
        <Label key={side.anchor} label={side} fill="var(--ink2)" />
      ))}
      {plot.rows.map(({ id, parts, y, height }) => (
        <g key={id}>
          {parts.map((part) => (
            <rect
              key={part.end}
              x={part.x}
              y={y}
              width={part.width}
              height={height}
              fill={END_TINTS[part.end]}
              stroke="var(--ink3)"
              strokeWidth={0.75}
            />
          ))}
        </g>
      ))}
      <line x1={plot.leadX} x2={plot.leadX} y1={area.top} y2={area.bottom} stroke="var(--ink3)" strokeDasharray="3 3" />
      <line x1={plot.zeroX} x2={plot.zeroX} y1={area.top} y2={area.bottom} stroke="var(--ink)" strokeWidth={1.5} />
      {plot.rows.map(({ id, label, flips }) => (
        <Label key={id} label={label} fill={flips ? "var(--warn)" : "var(--ink)"} hasHalo />
      ))}
    </PlotFrame>
  );
}

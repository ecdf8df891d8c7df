import type { TotalPlot } from "@/lib/domain/charts/total-plot";
import { COMPONENT_TINTS } from "@/lib/domain/charts/total-svg";
import { Label, PlotFrame, UprightGrid } from "./plot-parts";

type Props = {
  plot: TotalPlot;
  title: string;
  description: string;
};

/** Total cost as stacked bars, each part with its number; on the screen, in print, and where no script runs. */
export function TotalBars({ plot, title, description }: Props) {
  return (
    <PlotFrame plot={plot} title={title} description={description}>
      <UprightGrid plot={plot} />
      {plot.bars.map(({ id, name, parts, y, height, whisker, total }) => (
        <g key={id}>
          <Label label={name} fill="var(--ink2)" hasHalo />
          {parts.map(({ component, x, width, number }, index) => (
            <g key={component}>
              <rect x={x} y={y} width={width} height={height} fill={COMPONENT_TINTS[index]} stroke="var(--sheet)" />
              {number && <Label label={number} fill={index < 2 ? "#ffffff" : "#1c1b19"} />}
            </g>
          ))}
          {whisker && (
            <path
              d={`M${whisker.from},${whisker.y - 3}v6M${whisker.from},${whisker.y}H${whisker.to}M${whisker.to},${whisker.y - 3}v6`}
              stroke="var(--ink2)"
              fill="none"
            />
          )}
          <Label label={total} fill="var(--ink)" hasHalo />
        </g>
      ))}
    </PlotFrame>
  );
}

import type { TotalPlot } from "@/lib/domain/charts/total-plot";
import { COMPONENT_TINTS } from "@/lib/domain/charts/total-svg";
import { Label } from "./plot-parts";

type Props = {
  plot: TotalPlot;
  title: string;
  description: string;
};

/** Total cost as stacked bars, each part with its number; on the screen, in print, and where no script runs. */
export function TotalBars({ plot, title, description }: Props) {
  const { area } = plot;
  return (
    <svg
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      width="100%"
      role="img"
      aria-label={`${title}. ${description}`}
      style={{ display: "block", fontVariantNumeric: "tabular-nums" }}
    >
      {plot.xTicks.map(({ value, x, label }) => (
        <g key={value}>
          <line x1={x} x2={x} y1={area.top} y2={area.bottom} stroke="var(--rule)" />
          <Label label={label} fill="var(--ink3)" />
        </g>
      ))}
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
    </svg>
  );
}

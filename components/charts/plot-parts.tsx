import { type Plot, STRIP } from "@/lib/domain/charts/geometry";
import { colourOf } from "./series-style";

/** The words and numbers on a plot, already in the reader's language. */
export type PlotWords = {
  title: string;
  description: string;
  xTick: (value: number) => string;
  yTick: (value: number) => string;
  series: Record<string, string>;
  bands: Record<string, string>;
  dots: Record<string, string>;
  cheapest: string;
  nobody: string;
};

export function PlotBands({ plot, words }: { plot: Plot; words: PlotWords }) {
  const { area } = plot;
  return (
    <g fontSize={13}>
      {plot.zone && <rect x={plot.zone.x} width={plot.zone.width} y={area.top} height={area.bottom - area.top} fill="var(--shade)" />}
      {plot.bands.map((band, index) => (
        <g key={band.id}>
          <rect x={band.x} width={band.width} y={area.top - 4} height={area.bottom - area.top + 4} fill="var(--shade)" />
          <path d={`M${band.typicalX},${area.bottom}v6`} stroke="var(--ink3)" />
          <text x={band.x + band.width / 2} y={area.top - 10 - (index % 2) * 14} textAnchor="middle" fill="var(--ink3)">
            {words.bands[band.id]}
          </text>
        </g>
      ))}
    </g>
  );
}

export function PlotDotLabels({ plot, words }: { plot: Plot; words: PlotWords }) {
  return plot.dots.map((dot) => (
    <text
      key={dot.role}
      x={dot.labelX}
      y={dot.labelY}
      textAnchor={dot.anchor}
      fill="var(--ink)"
      fontSize={13}
      fontWeight={560}
      stroke="var(--sheet)"
      strokeWidth={4}
      paintOrder="stroke"
    >
      {words.dots[dot.role]}
    </text>
  ));
}

/** Name and value at the right end of each line, in ink; only the stub beside them is coloured. */
export function PlotEndLabels({ plot, words }: { plot: Plot; words: PlotWords }) {
  return plot.series.map((series) => (
    <g key={series.id} fontSize={13}>
      <path d={`M${series.end.x + 2},${series.end.y}L${series.end.x + 8},${series.labelY}`} stroke={colourOf(series.id)} fill="none" />
      <text
        x={series.end.x + 11}
        y={series.labelY + 4}
        fill="var(--ink)"
        fontWeight={560}
        stroke="var(--sheet)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {words.series[series.id]}
      </text>
    </g>
  ));
}

/** Which design is cheapest where, as coloured pieces under the axis with their letters below. */
export function PlotStrip({ plot, words }: { plot: Plot; words: PlotWords }) {
  const y = plot.height - STRIP.above;
  return (
    <g fontSize={12}>
      <text x={plot.area.left - 10} y={y + 12} textAnchor="end" fill="var(--ink3)">
        {words.cheapest}
      </text>
      {plot.strip.map((part) => (
        <g key={part.x}>
          <rect
            x={part.x}
            width={part.width}
            y={y}
            height={STRIP.height}
            fill={part.id ? colourOf(part.id) : "var(--shade)"}
            opacity={0.85}
          />
          {part.width >= 16 && (
            <text x={part.x + part.width / 2} y={y + STRIP.height + 14} textAnchor="middle" fill="var(--ink2)" fontWeight={600}>
              {part.id ?? words.nobody}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

import type { PlotSegment, Point } from "./plot-path";
import type { Box, PlotText } from "./text-width";

/* What the cost chart is made from, and where everything on it stands, texts included, in the units of the viewBox. */

export type PlotSeries = { id: string; segments: PlotSegment[] };
export type PlotBand = { id: "y1" | "y3"; low: number; typical: number; high: number };
/** A load at which the cheapest changes, and what it costs there. */
export type PlotChange = { x: number; cost: number };
export type DotRole = "only" | "first" | "settled";

/** What is written on the plot, in the reader's language; margins follow from it. */
export type PlotTexts = {
  xTick: (load: number, isLast: boolean) => string;
  money: (usd: number) => string;
  names: Readonly<Record<string, string>>;
  band: (band: PlotBand) => string;
  dot: (role: DotRole, load: number) => string;
  cheapest: string;
  nobody: string;
};

export type PlotInput = {
  series: PlotSeries[];
  /** Right end of the axis in load. */
  to: number;
  bands: PlotBand[];
  /** Changes of the cheapest, left to right. */
  changes: PlotChange[];
  strip: { from: number; to: number; id: string | null }[];
  width: number;
  height: number;
  isLog?: boolean;
  texts: PlotTexts;
};

export type Plot = {
  width: number;
  height: number;
  area: Box;
  xTicks: { value: number; x: number; label: PlotText }[];
  yTicks: { value: number; y: number; label: PlotText }[];
  /** Top of the money axis. */
  yMax: number;
  series: { id: string; path: string; steps: number; end: Point & { cost: number }; label: PlotText }[];
  bands: { id: string; x: number; width: number; typicalX: number; label: PlotText }[];
  /** The first change and, when there are more, the last: the rest lies in the zone between. */
  dots: { role: DotRole; load: number; cost: number; x: number; y: number; label: PlotText }[];
  /** Between first and last change, where the winner depends on how full the last node is. */
  zone: { x: number; width: number } | null;
  strip: { id: string | null; x: number; width: number; label: PlotText | null }[];
  /** The height and upper edge of the strip, and what stands before it. */
  stripY: number;
  cheapest: PlotText;
};

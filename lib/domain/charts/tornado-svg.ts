import { textOf } from "./plot-svg";
import { element, PAPER, svgDocument } from "./svg-text";
import { textWidth } from "./text-width";
import type { TornadoPlot } from "./tornado-plot";

const SIZE = 13;

/** The lead when an input is at its low, and at its high; light and dark, so that no reader depends on a hue. */
export const END_TINTS = { low: "#9aa3cf", high: "#3d4a8f" } as const;

/**
 * What drives the ranking as an SVG file, from the same geometry as on the screen.
 *
 * @example tornadoSvg(tornadoPlot(input), { title: "What drives the ranking", description: "…", low: "at its low", high: "at its high" })
 */
export function tornadoSvg(plot: TornadoPlot, words: { title: string; description: string; low: string; high: string }): string {
  const { area, width } = plot;
  const legend = plot.height + 16;
  const second = Math.ceil(textWidth(words.low, SIZE)) + 40;
  const line = (x: number, attributes: Record<string, string | number>) =>
    element("line", { x1: x, x2: x, y1: area.top, y2: area.bottom, ...attributes });
  return svgDocument({ width, height: plot.height + 26, title: words.title, description: words.description }, [
    ...plot.xTicks.flatMap(({ x, label }) => [line(x, { stroke: PAPER.rule }), textOf(label, PAPER.ink3)]),
    ...plot.sides.map((side) => textOf(side, PAPER.ink2)),
    ...plot.rows.flatMap(({ y, height, parts }) =>
      parts.map((part) => element("rect", { x: part.x, y, width: part.width, height, fill: END_TINTS[part.end] })),
    ),
    line(plot.leadX, { stroke: PAPER.ink3, "stroke-dasharray": "3 3" }),
    line(plot.zeroX, { stroke: PAPER.ink, "stroke-width": 1.5 }),
    ...plot.rows.map(({ label }) => textOf(label, PAPER.ink, true)),
    ...(["low", "high"] as const).flatMap((end, index) => [
      element("rect", { x: index * second, y: legend - 11, width: 12, height: 12, fill: END_TINTS[end] }),
      textOf({ text: words[end], x: index * second + 18, y: legend, anchor: "start", size: SIZE, isBold: false }, PAPER.ink2),
    ]),
  ]);
}

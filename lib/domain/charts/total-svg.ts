import { textOf } from "./plot-svg";
import { element, PAPER, svgDocument } from "./svg-text";
import type { TotalPlot } from "./total-plot";

/** Tints of ink from the first component to the last; the numbers in the bars say the same. */
export const COMPONENT_TINTS = ["#3d4a8f", "#6c78b5", "#9aa3cf", "#c3c8e3", "#e2e5f2"] as const;

/**
 * Total cost as an SVG file, from the same geometry as the bars on the screen.
 *
 * @example totalSvg(totalPlot(input), { title: "Total cost", description: "…" }).startsWith("<svg") // true
 */
export function totalSvg(plot: TotalPlot, about: { title: string; description: string }): string {
  const { area } = plot;
  return svgDocument({ width: plot.width, height: plot.height, ...about }, [
    ...plot.xTicks.flatMap(({ x, label }) => [
      element("line", { x1: x, x2: x, y1: area.top, y2: area.bottom, stroke: PAPER.rule }),
      textOf(label, PAPER.ink3),
    ]),
    ...plot.bars.flatMap(({ name, parts, y, height, whisker, total }) => [
      textOf(name, PAPER.ink2, true),
      ...parts.flatMap(({ x, width, number }, index) => [
        element("rect", { x, y, width, height, fill: COMPONENT_TINTS[index], stroke: PAPER.sheet }),
        ...(number ? [textOf(number, index < 2 ? PAPER.sheet : PAPER.ink)] : []),
      ]),
      ...(whisker
        ? [
            element("path", {
              d: `M${whisker.from},${whisker.y - 3}v6M${whisker.from},${whisker.y}H${whisker.to}M${whisker.to},${whisker.y - 3}v6`,
              stroke: PAPER.ink2,
              fill: "none",
            }),
          ]
        : []),
      textOf(total, PAPER.ink, true),
    ]),
  ]);
}

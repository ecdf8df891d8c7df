import type { MonthsPlot } from "./months-plot";
import { textOf } from "./plot-svg";
import { dashesOf, element, inkOf, PAPER, svgDocument } from "./svg-text";

/**
 * Cost over time as an SVG file, from the same geometry as the live charts.
 *
 * @example monthsSvg(monthsPlot(input), { title: "Cost over 36 months", description: "…" }).startsWith("<svg") // true
 */
export function monthsSvg(plot: MonthsPlot, about: { title: string; description: string }): string {
  return svgDocument(
    { width: plot.width, height: plot.height, ...about },
    plot.panels.map(({ left, top, area, title, xTicks, yTicks, series, dots }) =>
      element("g", { transform: `translate(${left},${top})` }, [
        textOf(title, PAPER.ink),
        ...yTicks.flatMap(({ y, label }) => [
          element("line", { x1: area.left, x2: area.right, y1: y, y2: y, stroke: PAPER.rule }),
          ...(label ? [textOf(label, PAPER.ink3)] : []),
        ]),
        ...xTicks.map(({ label }) => textOf(label, PAPER.ink3)),
        ...series.map(({ id, path }) =>
          element("path", { d: path, fill: "none", stroke: inkOf(id), "stroke-width": 2, "stroke-dasharray": dashesOf(id) }),
        ),
        ...series.map(({ label }) => textOf(label, PAPER.ink)),
        ...dots.map(({ x, y }) => element("circle", { cx: x, cy: y, r: 4, fill: PAPER.sheet, stroke: PAPER.ink, "stroke-width": 1.5 })),
      ]),
    ),
  );
}

import { STRIP_HEIGHT } from "./plot-marks";
import type { Plot } from "./plot-model";
import { dashesOf, element, escapeXml, inkOf, PAPER, svgDocument } from "./svg-text";
import type { PlotText } from "./text-width";

/**
 * The cost chart as an SVG file, from the same geometry as the live chart and the figure in the page.
 *
 * @example plotSvg(plotOf(input), { title: "Monthly cost against load", description: "…" }).startsWith("<svg") // true
 */
export function plotSvg(plot: Plot, about: { title: string; description: string }): string {
  return svgDocument({ width: plot.width, height: plot.height, ...about }, plotElements(plot));
}

/** The chart without the document around it, for a file that draws more. */
export function plotElements(plot: Plot): string[] {
  const { area } = plot;
  const tall = area.bottom - area.top;
  return [
    ...plot.yTicks.map(({ y }) => element("line", { x1: area.left, x2: area.right, y1: y, y2: y, stroke: PAPER.rule })),
    ...(plot.zone ? [element("rect", { x: plot.zone.x, width: plot.zone.width, y: area.top, height: tall, fill: PAPER.shade })] : []),
    ...plot.bands.flatMap(({ x, width, typicalX, label }) => [
      element("rect", { x, width, y: area.top - 4, height: tall + 4, fill: PAPER.shade }),
      element("path", { d: `M${typicalX},${area.bottom}v6`, stroke: PAPER.ink3 }),
      textOf(label, PAPER.ink3),
    ]),
    ...[...plot.yTicks, ...plot.xTicks].map(({ label }) => textOf(label, PAPER.ink3)),
    ...plot.series.map(({ id, path }) =>
      element("path", {
        d: path,
        fill: "none",
        stroke: inkOf(id),
        "stroke-width": 2.25,
        "stroke-dasharray": dashesOf(id),
        "stroke-linejoin": "round",
      }),
    ),
    ...plot.dots.map(({ x, y }) => element("circle", { cx: x, cy: y, r: 5, fill: PAPER.sheet, stroke: PAPER.ink, "stroke-width": 1.75 })),
    ...plot.dots.map(({ label }) => textOf(label, PAPER.ink, true)),
    ...plot.series.flatMap(({ id, end, label }) => [
      element("path", { d: `M${end.x + 2},${end.y}L${label.x - 3},${label.y - 4}`, stroke: inkOf(id), fill: "none" }),
      textOf(label, PAPER.ink, true),
    ]),
    textOf(plot.cheapest, PAPER.ink3),
    ...plot.strip.flatMap(({ id, x, width, label }) => [
      element("rect", { x, width, y: plot.stripY, height: STRIP_HEIGHT, fill: id ? inkOf(id) : PAPER.shade, opacity: 0.85 }),
      ...(label ? [textOf(label, PAPER.ink2)] : []),
    ]),
  ];
}

/** A label of a plot as SVG text; one over lines has paper around its letters, as on the screen. */
export function textOf({ text, x, y, anchor, size, isBold }: PlotText, fill: string, hasHalo = false): string {
  const weight = isBold ? 560 : undefined;
  const halo = hasHalo ? { stroke: PAPER.sheet, "stroke-width": 4, "paint-order": "stroke" } : {};
  return element("text", { x, y, "text-anchor": anchor, "font-size": size, "font-weight": weight, fill, ...halo }, escapeXml(text));
}

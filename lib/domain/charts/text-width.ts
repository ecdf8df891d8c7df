/** A piece of text on a plot; `y` is its baseline. */
export type PlotText = { text: string; x: number; y: number; anchor: "start" | "middle" | "end"; size: number; isBold: boolean };
export type Box = { left: number; right: number; top: number; bottom: number };

/** Advance widths of Inter in parts of the font size, by class and rounded up; digits are tabular. */
const CLASSES: readonly [RegExp, number][] = [
  [/[ijlI,.;:|'·\s]/u, 0.33],
  [/[frt()/!]/u, 0.42],
  [/[a-eg-hkn-qsu-vx-z]/u, 0.63],
  [/[\d$€£-]/u, 0.66],
  [/[A-HJ-LN-VX-Z]/u, 0.78],
];
const WIDEST = 1.04;

/**
 * Width of a text in Inter at a font size, in the unit of the size; rather too wide than too narrow, because it reserves
 * room. Characters outside basic Latin count as full squares.
 *
 * @example textWidth("$10,000", 13) // 55.77, where the browser measures 54
 */
export function textWidth(text: string, size: number): number {
  const widths = [...text].map((character) => CLASSES.find(([characters]) => characters.test(character))?.[1] ?? WIDEST);
  return Math.round(widths.reduce((sum, width) => sum + width, 0) * size * 100) / 100;
}

/**
 * The rectangle that a text covers.
 *
 * @example boxOf({ text: "0", x: 60, y: 100, anchor: "middle", size: 13, isBold: false })
 * // { left: 55.71, right: 64.29, top: 88.3, bottom: 103.25 }
 */
export function boxOf({ text, x, y, anchor, size }: PlotText): Box {
  const width = textWidth(text, size);
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { left, right: left + width, top: y - size * 0.9, bottom: y + size * 0.25 };
}

/** True when two rectangles share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

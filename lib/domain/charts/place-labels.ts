import type { Point } from "./plot-path";
import { type Box, boxOf, overlaps, type PlotText, textWidth } from "./text-width";

const SIZE = 13;
const FEWEST_LETTERS = 4;

/**
 * What stands at the end of a line: letter, name and price. The name gives way before the price: it is shortened, then
 * left out. The price is never cut.
 *
 * @example endLabel({ id: "A2", name: "Aurora Serverless v2", price: "$8,280", room: 170 }) // "A2 · Aurora Se… $8,280"
 */
export function endLabel({ id, name, price, room }: { id: string; name: string; price: string; room: number }): string {
  const texts = [name, ...shorter(name)].map((part) => `${id} · ${part} ${price}`);
  return texts.find((text) => textWidth(text, SIZE) <= room) ?? `${id} ${price}`;
}

/**
 * A text cut at its end until it fits, with an ellipsis; whole where it fits.
 *
 * @example shortened("How fast the load grows", { size: 13, room: 100 }) // "How fast th…"
 */
export function shortened(text: string, { size, room }: { size: number; room: number }): string {
  return [text, ...shorter(text)].find((part) => textWidth(part, size) <= room) ?? "…";
}

function shorter(name: string): string[] {
  const letters = [...name];
  const lengths = Array.from({ length: Math.max(0, letters.length - FEWEST_LETTERS) }, (_, index) => letters.length - 1 - index);
  return lengths.map((length) => `${letters.slice(0, length).join("").trimEnd()}…`);
}

/**
 * Moves a text sideways until it lies between two edges; a text wider than that starts at the left one.
 *
 * @example within({ text: "3 years", x: 4, anchor: "middle", ... }, { left: 0, right: 300 }).x // 24.77
 */
export function within(text: PlotText, { left, right }: Pick<Box, "left" | "right">): PlotText {
  const box = boxOf(text);
  const shift = Math.max(left - box.left, Math.min(0, right - box.right));
  return shift === 0 ? text : { ...text, x: Math.round((text.x + shift) * 100) / 100 };
}

/**
 * Leaves out the ticks whose texts would touch, from the last to the first.
 *
 * @example Of the texts "0", "500,000" and "1,000,000/s" on 90 px the middle one goes.
 */
export function withoutCollisions<Tick extends { label: PlotText }>(ticks: readonly Tick[]): Tick[] {
  const kept: Tick[] = [];
  for (const tick of [...ticks].reverse()) {
    const next = kept[0];
    if (!next || boxOf(tick.label).right + SIZE / 2 <= boxOf(next.label).left) kept.unshift(tick);
  }
  return kept;
}

/**
 * The place beside a dot where its text covers few lines, stays near, and covers nothing else that is written.
 *
 * @example With free paper around the dot: to its right, below.
 */
export function dotLabel(input: {
  at: Point;
  text: string;
  area: Box;
  lines: readonly (readonly Point[])[];
  taken: readonly Box[];
}): PlotText {
  const { at, text, area, lines, taken } = input;
  const inside = { left: area.left + 3, right: area.right - 3 };
  const places = PLACES.map(({ dx, dy, anchor }): PlotText => {
    const y = Math.min(area.bottom - 4, Math.max(area.top + SIZE, at.y + dy));
    return within({ text, x: at.x + dx, y, anchor, size: SIZE, isBold: true }, inside);
  });
  const badness = (place: PlotText) => {
    const box = boxOf(place);
    const covered = lines.reduce((sum, points) => sum + (points.some((to, index) => crosses(box, points[index - 1], to)) ? 1 : 0), 0);
    const away = Math.hypot(place.x - at.x, place.y - at.y) / FAR;
    return covered + away + 10 * taken.filter((other) => overlaps(box, other)).length;
  };
  const [first, ...others] = places.map((place) => ({ place, badness: badness(place) }));
  const best = others.reduce((least, other) => (least && least.badness <= other.badness ? least : other), first);
  return best?.place ?? { text, x: at.x, y: at.y, anchor: "start", size: SIZE, isBold: true };
}

/** So far from its dot a text is as bad as one that covers a line. */
const FAR = 60;
/** Baselines below and above the dot, and how far beside it; the first of equals wins. */
const PLACES = [24, -12, 46, -34].flatMap((dy) =>
  [12, 28, 44].flatMap((dx) => [
    { dx, dy, anchor: "start" as const },
    { dx: -dx, dy, anchor: "end" as const },
  ]),
);

/** True when a straight piece runs through a rectangle (clipping by Liang and Barsky). */
function crosses(box: Box, from: Point | undefined, to: Point): boolean {
  if (!from) return false;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const sides = [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const;
  let [enters, leaves] = [0, 1];
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false;
    if (direction < 0) enters = Math.max(enters, distance / direction);
    if (direction > 0) leaves = Math.min(leaves, distance / direction);
  }
  return enters <= leaves;
}

/**
 * Moves labels apart, top to bottom, and back up when they pass the lower edge.
 *
 * @example spread([100, 104], { gap: 17, top: 0, bottom: 300 }) // [100, 117]
 */
export function spread(wanted: readonly number[], { gap, top, bottom }: { gap: number; top: number; bottom: number }): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let at = top - gap;
  for (const label of order) {
    label.y = Math.max(label.y, at + gap);
    at = label.y;
  }
  let limit = bottom + gap;
  for (const label of [...order].reverse()) {
    label.y = Math.min(label.y, limit - gap);
    limit = label.y;
  }
  const placed: number[] = [];
  for (const label of order) placed[label.index] = Math.round(label.y * 100) / 100;
  return placed;
}

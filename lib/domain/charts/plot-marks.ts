import { niceTicks, threeTicks } from "./nice-ticks";
import { dotLabel, within, withoutCollisions } from "./place-labels";
import type { DotRole, Plot, PlotChange, PlotInput } from "./plot-model";
import type { Point, Scale } from "./plot-path";
import { type Box, boxOf, overlaps, type PlotText, textWidth } from "./text-width";

const SIZE = 13;
/** Height of the strip that says who is cheapest where. */
export const STRIP_HEIGHT = 16;

type Across = { xOf: (load: number) => number };

/**
 * The bands of the estimates with their captions, which share a row unless they would touch; the caller sets the row's height.
 *
 * @example One band gives one caption in row 0, moved inside the width.
 */
export function captionsOf({ bands, to, texts }: PlotInput, { xOf, width }: Across & { width: number }) {
  const placed: { id: string; x: number; width: number; typicalX: number; label: PlotText; row: number }[] = [];
  for (const band of bands.filter(({ low }) => low < to)) {
    const x = xOf(band.low);
    const across = Math.max(2, xOf(Math.min(band.high, to)) - x);
    const text = { text: texts.band(band), x: x + across / 2, y: 0, anchor: "middle", size: SIZE, isBold: false } as const;
    const previous = placed.at(-1);
    const beside = previous ? boxOf(previous.label).right + SIZE + textWidth(text.text, SIZE) / 2 : 0;
    const isBesideOver = beside <= x + across && beside + textWidth(text.text, SIZE) / 2 <= width;
    const label = within({ ...text, x: isBesideOver ? Math.max(text.x, beside) : text.x }, { left: 0, right: width });
    const box = boxOf(label);
    const rows = placed.filter((other) => overlaps({ ...box, right: box.right + SIZE }, boxOf(other.label))).map(({ row }) => row);
    const row = [0, 1, 2].find((free) => !rows.includes(free)) ?? 0;
    placed.push({ id: band.id, x, width: across, typicalX: xOf(Math.min(band.typical, to)), label, row });
  }
  return placed;
}

/**
 * The ticks of the load axis, decades on a log axis; ticks that would touch the next are left out.
 *
 * @example Up to 4,000 and four ticks: 0, 1,000, 2,000, 3,000 and "4,000/s".
 */
export function xTicksOf(input: PlotInput, { xOf, y, width, count }: Across & { y: number; width: number; count: number }): Plot["xTicks"] {
  const last = Math.floor(Math.log10(input.to));
  const values = input.isLog ? [3, 2, 1, 0].map((back) => 10 ** (last - back)) : ticksUpTo(input.to, count);
  const ticks = values.map((value, index) => {
    const text = input.texts.xTick(value, index === values.length - 1);
    const label = { text, x: xOf(value), y, anchor: "middle", size: SIZE, isBold: false } as const;
    return { value, x: xOf(value), label: within(label, { left: 0, right: width }) };
  });
  return withoutCollisions(ticks);
}

/** Round loads inside the axis, never fewer than three. */
function ticksUpTo(to: number, count: number): number[] {
  const ticks = niceTicks(to, count).filter((value) => value <= to * (1 + 1e-9));
  return count > 2 && ticks.length > 2 ? ticks : threeTicks(to);
}

/**
 * The stretch between first and last change; it runs on to the edge when the last one lies beyond the view. Null below
 * three changes.
 *
 * @example Changes at 315, 400 and 3,215: from 315 to 3,215.
 */
export function zoneOf({ changes, to }: PlotInput, { xOf, right }: Across & { right: number }): Plot["zone"] {
  const first = changes[0];
  const last = changes.at(-1);
  if (changes.length < 3 || !first || !last || first.x >= to) return null;
  const x = xOf(first.x);
  return { x, width: (last.x > to ? right : xOf(last.x)) - x };
}

type Surroundings = { scale: Scale; area: Box; lines: Point[][]; taken: Box[] };

/**
 * The first change of the cheapest and the last one, those in view, each with a label clear of the lines.
 *
 * @example Changes at 315, 400 and 3,215 give the roles "first" and "settled".
 */
export function dotsOf({ changes, to, texts }: PlotInput, { scale, area, lines, taken }: Surroundings): Plot["dots"] {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return [];
  const roles: [DotRole, PlotChange][] =
    first === last
      ? [["only", first]]
      : [
          ["first", first],
          ["settled", last],
        ];
  const inView = roles
    .filter(([, { x }]) => x <= to)
    .map(([role, { x, cost }]) => ({ role, load: x, cost, x: scale.x(x), y: scale.y(cost) }));
  const occupied = [...taken, ...inView.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))];
  return inView.map((dot) => {
    const label = dotLabel({ at: dot, text: texts.dot(dot.role, dot.load), area, lines, taken: occupied });
    occupied.push(boxOf(label));
    return { ...dot, label };
  });
}

/**
 * Neighbouring pieces of one design as one piece.
 *
 * @example Pieces of B up to 100, B up to 315 and A give B up to 315 and A.
 */
export function joined(strip: PlotInput["strip"]): PlotInput["strip"] {
  const parts: PlotInput["strip"] = [];
  for (const part of strip) {
    const last = parts.at(-1);
    if (last && last.id === part.id) parts[parts.length - 1] = { ...last, to: part.to };
    else parts.push(part);
  }
  return parts;
}

/**
 * A piece of the strip; without its letter when that has no room.
 *
 * @example The cheapest up to 315 of 4,000 on 500 px: 39 px wide with its letter.
 */
export function stripPart(
  { id, from, to }: PlotInput["strip"][number],
  { xOf, to: end, y, nobody }: Across & { to: number; y: number; nobody: string },
): Plot["strip"][number] {
  const x = xOf(from);
  const width = xOf(Math.min(to, end)) - x;
  const text = id ?? nobody;
  const label = { text, x: x + width / 2, y: y + STRIP_HEIGHT + 14, anchor: "middle", size: SIZE - 1, isBold: true } as const;
  return { id, x, width, label: width >= textWidth(text, SIZE - 1) ? label : null };
}

import { niceTicks } from "./nice-ticks";
import { shortened, within, withoutCollisions } from "./place-labels";
import { type Box, type PlotText, textWidth } from "./text-width";

/* What drives the ranking, as a tornado: one row per input, from the lead at its low to the lead at its high. */

export type TornadoRow = {
  id: string;
  name: string;
  atLow: number;
  atHigh: number;
  /** Said beside the name where the ranking flips; null where it does not. */
  flips: string | null;
};
export type TornadoTexts = {
  money: (usd: number) => string;
  /** Over the side of the axis where the lead holds, and over the other one. */
  ahead: string;
  behind: string;
};
export type TornadoInput = { rows: TornadoRow[]; lead: number; width: number; texts: TornadoTexts };

export type TornadoPart = { end: "low" | "high"; x: number; width: number };
export type TornadoPlot = {
  width: number;
  height: number;
  area: Box;
  xTicks: { value: number; x: number; label: PlotText }[];
  /** Where the lead is nothing: left of it somebody else is cheapest. */
  zeroX: number;
  /** The lead at likely values. */
  leadX: number;
  sides: PlotText[];
  /** The parts of a row start at the lead; the shorter one comes last, so that neither hides the other. */
  rows: { id: string; label: PlotText; y: number; height: number; lowX: number; highX: number; parts: TornadoPart[]; flips: boolean }[];
};

const SIZE = 13;
const HEAD = 22;
const NAME = 18;
const BAR = 14;
const ROW = NAME + BAR + 10;
const FOOT = 26;
const LEAST_WIDE = 2;

/**
 * The rows on one axis of money that holds zero, the lead and every end. The axis begins and ends at round numbers.
 *
 * @example tornadoPlot({ rows: [{ id: "rate", name: "Engineer hour", atLow: 100, atHigh: -50, flips: "flips" }], lead: 40, width: 301, texts }).zeroX // 100
 */
export function tornadoPlot({ rows, lead, width, texts }: TornadoInput): TornadoPlot {
  const ends = [0, lead, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const values = ticksBetween(Math.min(...ends), Math.max(...ends), width < 480 ? 3 : 6);
  const [least, most] = [values[0] ?? 0, values.at(-1) ?? 1];
  const area = { left: 0, right: width - 1, top: HEAD, bottom: HEAD + rows.length * ROW };
  const x = (usd: number) => round(area.left + ((usd - least) / (most - least)) * (area.right - area.left));
  const text = (label: string, at: Pick<PlotText, "x" | "y" | "anchor">): PlotText => ({ text: label, ...at, size: SIZE, isBold: false });
  return {
    width,
    height: area.bottom + FOOT,
    area,
    xTicks: withoutCollisions(
      values.map((value) => ({
        value,
        x: x(value),
        label: within(text(texts.money(value), { x: x(value), y: area.bottom + 18, anchor: "middle" }), { left: 0, right: width }),
      })),
    ),
    zeroX: x(0),
    leadX: x(lead),
    sides: sidesOf({ zeroX: x(0), width, texts, text }),
    rows: rows.map(({ id, name, atLow, atHigh, flips }, index) => {
      const top = area.top + index * ROW;
      const parts = [partOf("low", x(lead), x(atLow)), partOf("high", x(lead), x(atHigh))].sort((a, b) => b.width - a.width);
      return {
        id,
        label: text(labelOf(name, flips, width), { x: 0, y: top + 13, anchor: "start" }),
        y: top + NAME,
        height: BAR,
        lowX: x(atLow),
        highX: x(atHigh),
        parts,
        flips: flips !== null,
      };
    }),
  };
}

/** Round numbers around two ends, zero among them. */
function ticksBetween(least: number, most: number, count: number): number[] {
  const step = niceTicks(most - least || 1, count)[1] ?? 1;
  const [first, last] = [Math.floor(least / step + 1e-9), Math.max(1, Math.ceil(most / step - 1e-9))];
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

const FLIPS = " ⇄";

/** The mark stays whatever is cut. */
function labelOf(name: string, flips: string | null, width: number): string {
  const whole = `${name}${FLIPS} ${flips ?? ""}`;
  if (flips !== null && textWidth(whole, SIZE) <= width) return whole;
  const mark = flips === null ? "" : FLIPS;
  return shortened(name, { size: SIZE, room: width - textWidth(mark, SIZE) }) + mark;
}

type SideInput = {
  zeroX: number;
  width: number;
  texts: TornadoTexts;
  text: (label: string, at: Pick<PlotText, "x" | "y" | "anchor">) => PlotText;
};

/** Who is cheapest on which side of zero; the left one only where it has room. */
function sidesOf({ zeroX, width, texts, text }: SideInput): PlotText[] {
  const right = within(text(texts.ahead, { x: zeroX + 6, y: 13, anchor: "start" }), { left: 0, right: width });
  const hasRoom = zeroX - 6 >= textWidth(texts.behind, SIZE) && right.x === zeroX + 6;
  return hasRoom ? [text(texts.behind, { x: zeroX - 6, y: 13, anchor: "end" }), right] : [right];
}

function partOf(end: TornadoPart["end"], leadX: number, endX: number): TornadoPart {
  return { end, x: Math.min(leadX, endX), width: round(Math.max(LEAST_WIDE, Math.abs(endX - leadX))) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Where numbers stand on an axis from 0 (start) to 1 (end), and which values are marked on it. */
export type NumberAxis = { place: (value: number) => number; ticks: { value: number; at: number }[] };

/**
 * An axis for a team's numbers: 0 to 100 for percentages, else logarithmic over the values with a little room, marked at
 * decades (or at 1, 2, 5 steps, or at the values themselves, where decades are too coarse). Zero has its own place at
 * the start. No values, or only zeros, give one mark in the middle.
 * Example: 50 to 5000 is marked at 100 and 1000.
 */
export function numberAxis(values: readonly number[], isPercent = false): NumberAxis {
  if (isPercent) return marked((value) => 0.06 + 0.88 * (Math.min(value, 100) / 100), [0, 25, 50, 75, 100]);
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return marked(() => 0.5, values.length > 0 ? [0] : []);
  const hasZero = positive.length < values.length;
  const low = Math.log10(Math.min(...positive));
  const high = Math.log10(Math.max(...positive));
  const room = Math.max(0.15, (high - low) * 0.09);
  const start = hasZero ? 0.18 : 0;
  const place = (value: number) => {
    if (value <= 0) return 0.06;
    return start + (1 - start) * ((Math.log10(value) - low + room) / (high - low + 2 * room));
  };
  const ticks = logTicks({ from: low - room, to: high + room, ends: [...new Set([Math.min(...positive), Math.max(...positive)])] });
  return marked(place, hasZero ? [0, ...ticks] : ticks);
}

export type PlacedDot = { memberId: string; at: number; firstAt: number | null; lane: number };

/**
 * Dots in as few lanes as keep them apart: a dot, or its way from the first answer, shares a lane only with dots that it
 * does not touch. `width` is a dot's share of the axis. Lane 0 stands on the axis.
 * Example: two equal numbers come to lie in lanes 0 and 1.
 */
export function placeDots(input: { dots: readonly Omit<PlacedDot, "lane">[]; width: number }): PlacedDot[] {
  const lanesTakenTo: number[] = [];
  return input.dots
    .map((dot) => ({ dot, from: Math.min(dot.at, dot.firstAt ?? dot.at), to: Math.max(dot.at, dot.firstAt ?? dot.at) }))
    .sort((a, b) => a.from - b.from)
    .map(({ dot, from, to }) => {
      const free = lanesTakenTo.findIndex((taken) => from - taken >= input.width - 1e-9);
      const lane = free === -1 ? lanesTakenTo.length : free;
      lanesTakenTo[lane] = to;
      return { ...dot, lane };
    });
}

const MOST_TICKS = 5;

function logTicks({ from, to, ends }: { from: number; to: number; ends: number[] }): number[] {
  const decades = Array.from({ length: Math.max(0, Math.floor(to) - Math.ceil(from) + 1) }, (_, i) => Math.ceil(from) + i);
  if (decades.length >= 2) return everyNth(decades, Math.ceil(decades.length / MOST_TICKS)).map(powerOfTen);
  const steps = [Math.floor(from), Math.floor(from) + 1, Math.floor(from) + 2].flatMap((decade) =>
    [1, 2, 5].map((step) => step * powerOfTen(decade)),
  );
  const inside = steps.filter((step) => Math.log10(step) >= from && Math.log10(step) <= to);
  return inside.length >= 2 ? inside : ends;
}

/** Exact for whole powers, which `10 ** -2` is not in every engine. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

function everyNth(values: readonly number[], n: number): number[] {
  return values.filter((_, i) => i % n === 0);
}

function marked(place: (value: number) => number, values: readonly number[]): NumberAxis {
  return { place, ticks: values.map((value) => ({ value, at: place(value) })) };
}

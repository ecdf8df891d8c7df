/* What drives the ranking, as a tornado: one bar per input, from the lead at its low to the lead at its high. */

export type TornadoInput = { bars: { id: string; atLow: number; atHigh: number; flips: boolean }[]; lead: number; width: number };

export type TornadoPlot = {
  width: number;
  height: number;
  /** Where the lead is nothing: left of it somebody else is cheapest. */
  zeroX: number;
  /** The lead at likely values. */
  leadX: number;
  bars: { id: string; x: number; width: number; y: number; height: number; flips: boolean; lowX: number; highX: number }[];
};

const BAR = 14;
const ROW = 24;

/**
 * The bars on one axis of money that holds zero, the lead and every end.
 *
 * @example tornadoPlot({ bars: [{ id: "rate", atLow: 100, atHigh: -50, flips: true }], lead: 40, width: 300 }).zeroX // 100
 */
export function tornadoPlot({ bars, lead, width }: TornadoInput): TornadoPlot {
  const ends = [0, lead, ...bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const span = most - least || 1;
  const x = (usd: number) => Math.round(((usd - least) / span) * width * 100) / 100;
  return {
    width,
    height: bars.length * ROW,
    zeroX: x(0),
    leadX: x(lead),
    bars: bars.map(({ id, atLow, atHigh, flips }, index) => {
      const [from, to] = [x(Math.min(atLow, atHigh)), x(Math.max(atLow, atHigh))];
      const y = index * ROW + (ROW - BAR) / 2;
      return { id, x: from, width: Math.max(1, to - from), y, height: BAR, flips, lowX: x(atLow), highX: x(atHigh) };
    }),
  };
}

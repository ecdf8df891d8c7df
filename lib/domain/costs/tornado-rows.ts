import type { TornadoInput } from "../charts/tornado-plot";
import type { MessageRef } from "../messages/message-ref";
import type { Tco } from "./tco-schema";

type Words = {
  say: (ref: MessageRef) => string;
  name: (id: string) => string;
  /** Said beside an input that flips the ranking. */
  flips: string;
  /** Who is cheaper on one side of no lead. */
  cheaper: (name: string) => string;
  /** Said where more than one other design takes the lead. */
  other: string;
  money: (usd: number) => string;
};

/**
 * What drives the ranking as the chart needs it: plain numbers and the reader's words, widest first.
 *
 * @example tornadoRows(tco.tornado[0], words).rows[0]?.name // "Engineer hour"
 */
export function tornadoRows(tornado: Tco["tornado"][number], words: Words): Omit<TornadoInput, "width"> {
  const { winner, bars, lead } = tornado;
  const takers = new Set(bars.flatMap(({ winnerAtLow, winnerAtHigh }) => [winnerAtLow, winnerAtHigh]).filter((id) => id !== winner));
  const [taker = tornado.runnerUp] = takers;
  return {
    rows: bars.map((bar, index) => ({
      id: String(index),
      name: words.say(bar.input),
      atLow: Number(bar.atLow),
      atHigh: Number(bar.atHigh),
      flips: bar.flips ? words.flips : null,
    })),
    lead: Number(lead),
    texts: {
      money: words.money,
      ahead: words.cheaper(words.name(winner)),
      behind: takers.size > 1 ? words.other : words.cheaper(words.name(taker)),
    },
  };
}

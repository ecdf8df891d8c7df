import { displayLoad } from "../costs/display";
import { briefNames } from "../costs/finding-names";
import type { MessageParams } from "../messages/message-ref";
import { chartMoney } from "./chart-money";
import type { PlotTexts } from "./plot-model";

/** Says a message of the namespace `costs` by its id there, in whatever way the caller formats messages. */
export type Say = (id: string, params?: MessageParams) => string;

/**
 * What is written on the cost chart, the same words on the screen, in the file and in print.
 *
 * @example plotTexts(say, { names: { A: "Aurora PostgreSQL" } }).dot("first", 276) // "first cross, 276/s"
 */
export function plotTexts(say: Say, { names, locale = "en" }: { names: Readonly<Record<string, string>>; locale?: string }): PlotTexts {
  const load = (perSecond: number) => displayLoad(perSecond, locale);
  return {
    xTick: (value, isLast) => (isLast ? say("chart.perSecond", { load: load(value) }) : load(value)),
    money: (usd) => chartMoney(usd, locale),
    names: briefNames(names),
    band: ({ id, low, high }) => say(`chart.bands.${id}${low < high ? "Spread" : ""}`),
    dot: (role, at) => say(`chart.dots.${role}`, { load: load(at) }),
    cheapest: say("chart.cheapest"),
    nobody: say("chart.nobody"),
  };
}

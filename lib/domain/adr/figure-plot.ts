import { chartMoney } from "../charts/chart-money";
import { plotOf } from "../charts/geometry";
import type { Plot } from "../charts/plot-model";
import { displayLoad } from "../costs/display";
import type { CostFigure } from "./schema";

const SIZE = { width: 752, height: 330 };

/**
 * The geometry of the cost figure, the same in print and as a file: what a record keeps, without the bands and the strip of
 * the cheapest that the screen adds.
 * @example figurePlot(figure).series[0]?.id // "A"
 */
export function figurePlot(figure: CostFigure): Plot {
  return plotOf({
    series: figure.series.map(({ letter, segments }) => ({ id: letter, segments })),
    to: figure.to,
    bands: [],
    changes: figure.crossovers.map(({ x, y }) => ({ x, cost: y })),
    strip: [],
    ...SIZE,
    texts: {
      xTick: (load) => displayLoad(load, figure.locale),
      money: (usd) => chartMoney(usd, figure.locale),
      names: Object.fromEntries(figure.series.map(({ letter, name }) => [letter, name])),
      band: () => "",
      dot: (_role, load) => displayLoad(load, figure.locale),
      cheapest: "",
      nobody: "",
    },
  });
}

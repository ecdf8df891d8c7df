import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { plotOf } from "@/lib/domain/charts/geometry";
import { monthsPlot } from "@/lib/domain/charts/months-plot";
import { monthsSvg } from "@/lib/domain/charts/months-svg";
import { plotSvg } from "@/lib/domain/charts/plot-svg";
import { plotTexts, type Say } from "@/lib/domain/charts/plot-texts";
import { totalPlot } from "@/lib/domain/charts/total-plot";
import { totalSvg } from "@/lib/domain/charts/total-svg";
import { costPlotInput, firstView, WIDE } from "@/lib/domain/costs/cost-plot";
import { displayLoad, displayMoney } from "@/lib/domain/costs/display";
import { drawnDesigns } from "@/lib/domain/costs/drawn-designs";
import { briefNames } from "@/lib/domain/costs/finding-names";
import { monthsInput, SPREAD, TIMES } from "@/lib/domain/costs/months-input";
import { totalRows } from "@/lib/domain/costs/total-rows";
import { AppError } from "@/lib/domain/errors";
import { formatMessage } from "@/lib/domain/messages/format";
import { DOCUMENT_LOCALE, DOCUMENT_MESSAGES } from "../messages";
import { accessOf, fileReply, idParam, newApi, problems, security } from "./context";
import { readResults } from "./results";

type Costs = Awaited<ReturnType<typeof readResults>>["costs"];

const CHARTS = {
  "cost-against-load.svg": (costs: Costs) => costAgainstLoad(costs),
  "cost-over-time.svg": (costs: Costs) => costOverTime(costs),
  "total-cost.svg": (costs: Costs) => totalCost(costs),
} as const;
const DEFAULT_HORIZON = 24;

const chart = createRoute({
  method: "get",
  path: "/worksheets/{id}/charts/{file}",
  tags: ["Exports"],
  summary: "A chart of the costs as an SVG file, as the screen draws it.",
  security,
  request: { params: idParam.extend({ file: z.enum(Object.keys(CHARTS) as (keyof typeof CHARTS)[]) }) },
  responses: { 200: fileReply("image/svg+xml", "The drawing."), ...problems },
});

export const chartsApi = newApi();

chartsApi.openapi(chart, async (c) => {
  const { id, file } = c.req.valid("param");
  const { costs } = await readResults(await accessOf(c, id));
  return c.body(CHARTS[file](costs), 200, {
    "content-type": "image/svg+xml; charset=utf-8",
    "content-disposition": `attachment; filename="${file}"`,
  });
});

function costAgainstLoad({ reply, names }: Costs): string {
  if (!reply) throw missing();
  const drawn = drawnDesigns(reply);
  const to = firstView(reply);
  const plot = plotOf(costPlotInput(reply, drawn, { ...WIDE, to, isLog: false, texts: plotTexts(say, { names }) }));
  return plotSvg(plot, { title: say("title"), description: say("chart.description", { count: drawn.length, to: displayLoad(to) }) });
}

function costOverTime({ reply }: Costs): string {
  if (!reply?.overTime) throw missing();
  const { overTime } = reply;
  const months = overTime.horizonMonths;
  const ids = overTime.paths.some(({ id }) => id === "low") ? SPREAD : TIMES;
  const texts = {
    panel: (id: string) => words(`months.paths.${id}`),
    month: (month: number) => words("months.month", { month }),
    money: (usd: number) => chartMoney(usd),
  };
  const paths = monthsInput({ overTime, drawn: drawnDesigns(reply), ids });
  const plot = monthsPlot({ paths, months, width: WIDE.width, panelHeight: 230, texts });
  return monthsSvg(plot, { title: words("months.title", { months }), description: words("months.description", { months }) });
}

function totalCost({ reply, names }: Costs): string {
  if (!reply?.tco) throw missing();
  const drawn = drawnDesigns(reply);
  const designs = reply.tco.designs.filter(({ id, horizonMonths }) => horizonMonths === DEFAULT_HORIZON && drawn.includes(id));
  const total = (likely: string | null, isComplete: boolean) => {
    if (likely === null) return words("total.unknown");
    return isComplete ? displayMoney(likely) : words("total.atLeast", { cost: displayMoney(likely) });
  };
  const rows = totalRows(designs, { names: briefNames(names), total });
  const plot = totalPlot({ rows, width: WIDE.width, texts: { money: (usd) => chartMoney(usd) } });
  return totalSvg(plot, {
    title: words("total.title", { months: DEFAULT_HORIZON }),
    description: words("total.description", { count: rows.length }),
  });
}

const missing = () => new AppError("not_found", "Nothing can be priced yet, so there is no chart.");
const words: Say = (id, params = {}) => formatMessage(DOCUMENT_MESSAGES, { id: `costsheet.${id}`, params }, DOCUMENT_LOCALE);
const say: Say = (id, params = {}) => formatMessage(DOCUMENT_MESSAGES, { id: `costs.${id}`, params }, DOCUMENT_LOCALE);

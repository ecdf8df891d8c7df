import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { plotOf } from "@/lib/domain/charts/geometry";
import { monthsPlot } from "@/lib/domain/charts/months-plot";
import { monthsSvg } from "@/lib/domain/charts/months-svg";
import { plotSvg } from "@/lib/domain/charts/plot-svg";
import { plotTexts, type Say } from "@/lib/domain/charts/plot-texts";
import { tornadoPlot } from "@/lib/domain/charts/tornado-plot";
import { tornadoSvg } from "@/lib/domain/charts/tornado-svg";
import { totalPlot } from "@/lib/domain/charts/total-plot";
import { totalSvg } from "@/lib/domain/charts/total-svg";
import { costPlotInput, firstView, WIDE } from "@/lib/domain/costs/cost-plot";
import { wordedNames } from "@/lib/domain/costs/design-words";
import { displayLoad, displayMoney } from "@/lib/domain/costs/display";
import { drawnDesigns } from "@/lib/domain/costs/drawn-designs";
import { briefNames } from "@/lib/domain/costs/finding-names";
import { monthsInput, SPREAD, TIMES } from "@/lib/domain/costs/months-input";
import { withNames } from "@/lib/domain/costs/named-refs";
import { tornadoRows } from "@/lib/domain/costs/tornado-rows";
import { totalRows } from "@/lib/domain/costs/total-rows";
import { AppError } from "@/lib/domain/errors";
import { findMessage } from "@/lib/domain/messages/format";
import { accessOf, fileReply, idParam, newApi, problems, security } from "./context";
import { readerWords } from "./reader";
import { readResults } from "./results";

type Reader = Pick<ReturnType<typeof readerWords>, "locale" | "say">;
type Drawing = { costs: Awaited<ReturnType<typeof readResults>>["costs"]; reader: Reader };

const CHARTS = {
  "cost-against-load.svg": costAgainstLoad,
  "cost-over-time.svg": costOverTime,
  "total-cost.svg": totalCost,
  "cost-drivers.svg": costDrivers,
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
  const reader = readerWords(c);
  const names = wordedNames(costs, (design) => findMessage(reader.messages, `designs.${design}`) ?? null);
  return c.body(CHARTS[file]({ costs: { ...costs, names }, reader }), 200, {
    "content-type": "image/svg+xml; charset=utf-8",
    "content-disposition": `attachment; filename="${file}"`,
  });
});

function costAgainstLoad({ costs: { reply, names }, reader }: Drawing): string {
  const { locale } = reader;
  const say = sayOf(reader, "costs");
  if (!reply) throw missing();
  const drawn = drawnDesigns(reply);
  const to = firstView(reply);
  const plot = plotOf(costPlotInput(reply, drawn, { ...WIDE, to, isLog: false, texts: plotTexts(say, { names, locale }) }));
  return plotSvg(plot, {
    title: say("title"),
    description: say("chart.description", { count: drawn.length, to: displayLoad(to, locale) }),
  });
}

function costOverTime({ costs: { reply }, reader }: Drawing): string {
  const words = sayOf(reader, "costsheet");
  if (!reply?.overTime) throw missing();
  const { overTime } = reply;
  const months = overTime.horizonMonths;
  const ids = overTime.paths.some(({ id }) => id === "low") ? SPREAD : TIMES;
  const texts = {
    panel: (id: string) => words(`months.paths.${id}`),
    month: (month: number) => words("months.month", { month }),
    money: (usd: number) => chartMoney(usd, reader.locale),
  };
  const paths = monthsInput({ overTime, drawn: drawnDesigns(reply), ids });
  const plot = monthsPlot({ paths, months, width: WIDE.width, panelHeight: 230, texts });
  return monthsSvg(plot, { title: words("months.title", { months }), description: words("months.description", { months }) });
}

function totalCost({ costs: { reply, names }, reader }: Drawing): string {
  const words = sayOf(reader, "costsheet");
  if (!reply?.tco) throw missing();
  const drawn = drawnDesigns(reply);
  const designs = reply.tco.designs.filter(({ id, horizonMonths }) => horizonMonths === DEFAULT_HORIZON && drawn.includes(id));
  const total = (likely: string | null, isComplete: boolean) => {
    if (likely === null) return words("total.unknown");
    return isComplete ? displayMoney(likely, reader.locale) : words("total.atLeast", { cost: displayMoney(likely, reader.locale) });
  };
  const rows = totalRows(designs, { names: briefNames(names), total });
  const plot = totalPlot({ rows, width: WIDE.width, texts: { money: (usd) => chartMoney(usd, reader.locale) } });
  return totalSvg(plot, {
    title: words("total.title", { months: DEFAULT_HORIZON }),
    description: words("total.description", { count: rows.length }),
  });
}

function costDrivers({ costs: { reply, names }, reader }: Drawing): string {
  const words = sayOf(reader, "costsheet");
  const tornado = reply?.tco?.tornado.find(({ horizonMonths }) => horizonMonths === DEFAULT_HORIZON);
  if (!tornado) throw missing();
  const { locale } = reader;
  const briefs = briefNames(names);
  const input = tornadoRows(tornado, {
    say: (ref) => {
      const { id, params } = withNames(ref, briefs, locale);
      return reader.say(id, params);
    },
    name: (id) => briefs[id] ?? id,
    flips: words("drivers.flips"),
    cheaper: (name) => words("drivers.cheaper", { name }),
    other: words("drivers.other"),
    money: (usd) => chartMoney(usd, locale),
  });
  const about = { title: words("drivers.title"), description: words("drivers.description", { count: input.rows.length }) };
  return tornadoSvg(tornadoPlot({ ...input, width: WIDE.width }), { ...about, low: words("drivers.low"), high: words("drivers.high") });
}

const missing = () => new AppError("not_found", "Nothing can be priced yet, so there is no chart.");
const sayOf =
  ({ say }: Reader, namespace: string): Say =>
  (id, params) =>
    say(`${namespace}.${id}`, params);

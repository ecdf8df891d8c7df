import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { plotOf } from "@/lib/domain/charts/geometry";
import { plotSvg } from "@/lib/domain/charts/plot-svg";
import { plotTexts, type Say } from "@/lib/domain/charts/plot-texts";
import { costPlotInput, firstView, WIDE } from "@/lib/domain/costs/cost-plot";
import { displayLoad } from "@/lib/domain/costs/display";
import { drawnDesigns } from "@/lib/domain/costs/drawn-designs";
import { AppError } from "@/lib/domain/errors";
import { formatMessage } from "@/lib/domain/messages/format";
import { DOCUMENT_LOCALE, DOCUMENT_MESSAGES } from "../messages";
import { accessOf, fileReply, idParam, newApi, problems, security } from "./context";
import { readResults } from "./results";

type Costs = Awaited<ReturnType<typeof readResults>>["costs"];

const CHARTS = {
  "cost-against-load.svg": (costs: Costs) => costAgainstLoad(costs),
} as const;

const chart = createRoute({
  method: "get",
  path: "/worksheets/{id}/charts/{file}",
  tags: ["Exports"],
  summary: "A chart of the costs as an SVG file, as the screen draws it.",
  security,
  request: { params: idParam.extend({ file: z.enum(Object.keys(CHARTS) as [keyof typeof CHARTS]) }) },
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
  if (!reply) throw new AppError("not_found", "Nothing can be priced yet, so there is no chart.");
  const drawn = drawnDesigns(reply);
  const to = firstView(reply);
  const plot = plotOf(costPlotInput(reply, drawn, { ...WIDE, to, isLog: false, texts: plotTexts(say, { names }) }));
  return plotSvg(plot, { title: say("title"), description: say("chart.description", { count: drawn.length, to: displayLoad(to) }) });
}

const say: Say = (id, params = {}) => formatMessage(DOCUMENT_MESSAGES, { id: `costs.${id}`, params }, DOCUMENT_LOCALE);

import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import {
  costSettingInputSchema,
  costSettingViewSchema,
  priceOverrideInputSchema,
  priceOverrideViewSchema,
} from "@/lib/domain/cost-settings/schema";
import { changeCostSetting, overridePrice } from "../costs/writes";
import { accessOf, idParam, jsonBody, jsonReply, newApi, problems, security } from "./context";

const tags = ["Results"];

const price = createRoute({
  method: "put",
  path: "/worksheets/{id}/prices/{priceId}",
  tags,
  summary: "Replace a price of the price book for this worksheet, with a reason; `value: null` gives the book's price back.",
  description:
    "Facilitators and members, after the reveal and while nothing is frozen. The author's name stands beside the price everywhere.",
  security,
  request: { params: idParam.extend({ priceId: z.string().min(1).max(120) }), ...jsonBody(priceOverrideInputSchema) },
  responses: { 200: jsonReply(priceOverrideViewSchema, "The price as it stands now."), ...problems },
});
const setting = createRoute({
  method: "put",
  path: "/worksheets/{id}/cost-settings/{key}",
  tags,
  summary: "Set an assumption, a design in a slot or a toggle of this worksheet's costs; `value: null` gives ours back.",
  description:
    "Keys: workload.<name> as in POST /costs (workload.profile for the day), slot.A to slot.D with a design id, custom.1 and custom.2, today, freeTiers, commitment, horizonMonths, tco.<name>; and for one design design.<id>.freeTier, .commitment, .opsHoursMonth, .lockIn, .outageHoursYear.",
  security,
  request: { params: idParam.extend({ key: z.string().min(1).max(80) }), ...jsonBody(costSettingInputSchema) },
  responses: { 200: jsonReply(costSettingViewSchema, "The setting as it stands now."), ...problems },
});

export const costInputsApi = newApi();

costInputsApi.openapi(price, async (c) => {
  const { id, priceId } = c.req.valid("param");
  return c.json(await overridePrice(await accessOf(c, id), priceId, c.req.valid("json")), 200);
});

costInputsApi.openapi(setting, async (c) => {
  const { id, key } = c.req.valid("param");
  return c.json(await changeCostSetting(await accessOf(c, id), key, c.req.valid("json")), 200);
});

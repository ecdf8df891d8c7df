import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { movedSchema, moveInputSchema } from "@/lib/domain/space/schema";
import { newWorksheetSchema } from "@/lib/domain/worksheet/inputs";
import { moveIntoSpace, startInSpace, takeSeat } from "../spaces/worksheets";
import { accessOf, idParam, jsonBody, jsonReply, newApi, problems, security, spaceOf, spaceParam } from "./context";

const tags = ["Spaces"];

const start = createRoute({
  method: "post",
  path: "/spaces/{id}/worksheets",
  tags,
  summary: "Start a worksheet in the space, with you as its facilitator.",
  security,
  request: { params: spaceParam, ...jsonBody(newWorksheetSchema.omit({ yourName: true }).extend({ opId: z.uuid() })) },
  responses: { 201: jsonReply(z.object({ id: z.string() }), "The worksheet."), ...problems },
});
const move = createRoute({
  method: "put",
  path: "/worksheets/{id}/space",
  tags,
  summary: "Move a worksheet that stood alone into a space. Its people read it from then on.",
  security,
  request: { params: idParam, ...jsonBody(moveInputSchema) },
  responses: { 200: jsonReply(movedSchema, "Moved; `renumbered` when its number was taken there."), ...problems },
});
const seat = createRoute({
  method: "post",
  path: "/worksheets/{id}/seat",
  tags,
  summary: "Take part in a worksheet of your space, with your role there. Asking again gives the same seat.",
  security,
  request: { params: idParam, ...jsonBody(z.strictObject({})) },
  responses: { 200: jsonReply(z.object({ memberId: z.string() }), "Your seat."), ...problems },
});

export const spaceWorksheetsApi = newApi();

spaceWorksheetsApi.openapi(start, async (c) =>
  c.json(await startInSpace(await spaceOf(c, c.req.valid("param").id), c.req.valid("json")), 201),
);
spaceWorksheetsApi.openapi(move, async (c) =>
  c.json(await moveIntoSpace(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
spaceWorksheetsApi.openapi(seat, async (c) => c.json(await takeSeat(await accessOf(c, c.req.valid("param").id)), 200));

import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import {
  nudgeInputSchema,
  pointerInputSchema,
  stageReadyInputSchema,
  timerInputSchema,
  workshopInputSchema,
} from "@/lib/domain/workshop/inputs";
import { workshopViewSchema } from "@/lib/domain/workshop/schema";
import { screenViewSchema } from "@/lib/domain/workshop/screen";
import { movePointer, setStageReady, setTimer, setWorkshop } from "../workshop/facilitate";
import { nudge } from "../workshop/nudge";
import { readWorkshop } from "../workshop/reads";
import { takeOver } from "../workshop/roles";
import { readScreen } from "../workshop/screen";
import { accessOf, idParam, jsonBody, jsonReply, newApi, opIdBody, problems, security, seqReply } from "./context";

const tags = ["Facilitation"];
const done = { 200: jsonReply(seqReply, "Done."), ...problems };

const read = createRoute({
  method: "get",
  path: "/worksheets/{id}/workshop",
  tags,
  summary: "How the worksheet is facilitated, as you may see it: pointer, timer, topics, consent, premortem.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(workshopViewSchema, "Your projection, with the server's time."), ...problems },
});
const screen = createRoute({
  method: "get",
  path: "/worksheets/{id}/screen",
  tags,
  summary: "What a projector shows: everything everybody may see, and nothing that is anybody's own.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(screenViewSchema, "Seen from a seat that nobody holds."), ...problems },
});
const set = createRoute({
  method: "put",
  path: "/worksheets/{id}/workshop",
  tags,
  summary: "Set the agenda, the closing time, the reveal policy, or whether members may take over.",
  security,
  request: { params: idParam, ...jsonBody(workshopInputSchema) },
  responses: done,
});
const pointer = createRoute({
  method: "put",
  path: "/worksheets/{id}/pointer",
  tags,
  summary: "Say where the team is: a screen, and on the differences a field or `reading`. Nobody is moved; screens offer to join.",
  security,
  request: { params: idParam, ...jsonBody(pointerInputSchema) },
  responses: done,
});
const timer = createRoute({
  method: "put",
  path: "/worksheets/{id}/timer",
  tags,
  summary: "Start, extend, pause or stop the shared timer. It ends nothing.",
  security,
  request: { params: idParam, ...jsonBody(timerInputSchema) },
  responses: done,
});
const ready = createRoute({
  method: "put",
  path: "/worksheets/{id}/stage-ready",
  tags,
  summary: "Tick or untick “I'm ready” on the screen where the team is.",
  security,
  request: { params: idParam, ...jsonBody(stageReadyInputSchema) },
  responses: done,
});
const asking = createRoute({
  method: "post",
  path: "/worksheets/{id}/nudges",
  tags,
  summary: "Ask people who are not ready whether they are: each at most once a minute, and nobody else is told.",
  security,
  request: { params: idParam, ...jsonBody(nudgeInputSchema) },
  responses: {
    200: jsonReply(
      z.object({ asked: z.array(z.string()), tooSoon: z.array(z.string()) }),
      "Who was asked now, and who had been within the last minute. Those who are ready are in neither.",
    ),
    ...problems,
  },
});
const over = createRoute({
  method: "post",
  path: "/worksheets/{id}/take-over",
  tags,
  summary: "Lead the worksheet because its facilitator has been away for 60 seconds.",
  security,
  request: { params: idParam, ...jsonBody(opIdBody) },
  responses: done,
});

export const facilitationApi = newApi();

facilitationApi.openapi(read, async (c) => c.json(await readWorkshop(await accessOf(c, c.req.valid("param").id)), 200));
facilitationApi.openapi(screen, async (c) => c.json(await readScreen(await accessOf(c, c.req.valid("param").id)), 200));
facilitationApi.openapi(set, async (c) => c.json(await setWorkshop(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
facilitationApi.openapi(pointer, async (c) =>
  c.json(await movePointer(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
facilitationApi.openapi(timer, async (c) => c.json(await setTimer(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
facilitationApi.openapi(ready, async (c) =>
  c.json(await setStageReady(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
facilitationApi.openapi(over, async (c) => c.json(await takeOver(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
facilitationApi.openapi(asking, async (c) => c.json(await nudge(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));

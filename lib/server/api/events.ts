import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import type { WorksheetAccess } from "../access";
import { db } from "../db/client";
import { ChangeStream } from "../live/change-stream";
import { liveHub } from "../live/hub";
import { watchStream } from "../live/watch";
import { accessOf, idParam, newApi, problems } from "./context";

export const eventsApi = newApi();

const route = createRoute({
  method: "get",
  path: "/worksheets/{id}/events",
  tags: ["Worksheets"],
  summary:
    "Live changes as server-sent events: change {seq, changed}, and here every four seconds. Refetch what changed; after a gap everything is named by *.",
  request: { params: idParam },
  responses: { 200: { content: { "text/event-stream": { schema: z.string() } }, description: "A stream; `id` is the seq." }, ...problems },
});

const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store, private, no-transform",
  "Transfer-Encoding": "chunked",
  "X-Accel-Buffering": "no",
};

eventsApi.openapi(route, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  const ends: (() => void)[] = [];
  const stream = new ChangeStream(() => {
    for (const end of ends.splice(0)) end();
  });
  // Heard from here on, so that nothing falls between the greeting and the first change.
  const early: Parameters<ChangeStream["push"]>[0][] = [];
  let isGreeted = false;
  ends.push(
    liveHub().subscribe(access.worksheetId, (change) => {
      if (change.onlyMember !== undefined && change.onlyMember !== access.memberId) return;
      if (isGreeted) stream.push(change);
      else early.push(change);
    }),
  );
  try {
    const seq = String(await seqOf(access));
    // Whoever resumes where they stopped has missed nothing; everybody else asks for the whole.
    stream.greet({ seq, changed: c.req.header("last-event-id") === seq ? ["locks"] : ["*"] });
  } catch (error) {
    for (const end of ends.splice(0)) end();
    throw error;
  }
  isGreeted = true;
  for (const change of early) stream.push(change);
  ends.push(watchStream({ access, stream }));
  return c.body(stream.body, 200, HEADERS);
});

async function seqOf(access: WorksheetAccess): Promise<number> {
  const row = await db().worksheet.findUnique({ where: { id: access.worksheetId }, select: { seq: true } });
  return Number(row?.seq ?? 0);
}

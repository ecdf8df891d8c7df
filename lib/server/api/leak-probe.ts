import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { leakProbeSchema } from "@/lib/domain/workshop/schema";
import { runLeakProbe, type Send } from "../workshop/leak-probe";
import { type Api, accessOf, cookieName, idParam, jsonBody, jsonReply, newApi, opIdBody, problems, security } from "./context";

const probe = createRoute({
  method: "post",
  path: "/worksheets/{id}/leak-probe",
  tags: ["Facilitation"],
  summary: "Join as a second member and prove over the network that nothing unrevealed is readable.",
  security,
  request: { params: idParam, ...jsonBody(opIdBody) },
  responses: { 200: jsonReply(leakProbeSchema, "What was read, and where a marked answer was found."), ...problems },
});

const STREAM_MS = 1_500;

/** `whole` gives the API that is probed: all its routes, as it stands when the probe runs. */
export function leakProbeApi(whole: () => Api): Api {
  const api = newApi();
  api.openapi(probe, async (c) => {
    const access = await accessOf(c, c.req.valid("param").id);
    const { localAddress, localPort } = c.env?.incoming?.socket ?? {};
    const own: Record<string, string> = {};
    for (const name of ["authorization", "cookie"]) {
      const value = c.req.header(name);
      if (value !== undefined) own[name] = value;
    }
    // Over the network where a server listens, which also answers pages; else straight into the API.
    const isListening = localPort !== undefined;
    const send = isListening ? overNetwork(originOf(localAddress, localPort)) : straightInto(whole());
    const { opId } = c.req.valid("json");
    return c.json(
      await runLeakProbe(access, { opId, send, reads: worksheetReads(whole()), own, cookie: isListening ? cookieName() : null }),
      200,
    );
  });
  return api;
}

/** Every GET route below a worksheet, as the API itself lists them, so that a new one is probed without being named here. */
export function worksheetReads(api: Api): string[] {
  const { paths = {} } = api.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
  return Object.entries(paths)
    .filter(([path, methods]) => path.startsWith("/api/v1/worksheets/{id}") && methods !== undefined && "get" in methods)
    .map(([path]) => path.replace("/api/v1/worksheets/{id}", "").replace(/\{\w+\}/gu, "1"));
}

function overNetwork(origin: string): Send {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(`${origin}${path}`, requestOf({ method, headers, body }));
    return readFor(response);
  };
}

function straightInto(api: Api): Send {
  return async ({ method, path, headers, body }) => readFor(await api.request(path, requestOf({ method, headers, body })));
}

function requestOf({ method, headers, body }: { method: string; headers: Record<string, string>; body: unknown }): RequestInit {
  if (body === undefined) return { method, headers, redirect: "manual" };
  return { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The whole body; of a stream that never ends what comes in a moment. Headers are bytes, too. */
async function readFor(response: Response): Promise<string> {
  const head = JSON.stringify([...response.headers]);
  if (!response.headers.get("content-type")?.includes("event-stream") || response.body === null) return head + (await response.text());
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const end = new Promise<null>((done) => setTimeout(() => done(null), STREAM_MS));
  let text = head;
  for (;;) {
    const part = await Promise.race([reader.read(), end]);
    if (part === null || part.done) break;
    text += decoder.decode(part.value, { stream: true });
  }
  // Not awaited: over the network a stream that still waits for its next byte never says that it was cancelled.
  void reader.cancel().catch(() => undefined);
  return text;
}

function originOf(address: string | undefined, port: number): string {
  const host = address?.replace(/^::ffff:/u, "") ?? "127.0.0.1";
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

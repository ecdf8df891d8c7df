import "server-only";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { resolvePublic } from "./public-address";

const TIMEOUT_MS = 10_000;

type Message = { url: string; body: string; headers: Record<string, string>; allowPrivate: boolean; signal: AbortSignal };

/**
 * Posts a message and gives the status of the answer, which is not read: redirects are an answer like any other. The name is
 * looked up here, once, and the connection goes to the very address that was found allowed.
 */
export async function postMessage({ url, body, headers, allowPrivate, signal }: Message): Promise<number> {
  const target = new URL(url);
  const resolved = await resolvePublic(target.hostname, { allowPrivate });
  const lookup: LookupFunction = (_name, options, done) =>
    options.all ? done(null, [resolved]) : done(null, resolved.address, resolved.family);
  const send = target.protocol === "https:" ? httpsRequest : httpRequest;
  const abort = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  return new Promise<number>((done, fail) => {
    const bytes = Buffer.from(body);
    const request = send(target, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": bytes.length, "user-agent": "Shortlist", ...headers },
      // A connection kept from earlier would be to an address that was looked up then.
      agent: false,
      lookup,
      signal: abort,
    });
    request.once("error", fail);
    request.once("response", (response) => {
      const { statusCode = 0 } = response;
      response.destroy();
      done(statusCode);
    });
    request.end(bytes);
  });
}

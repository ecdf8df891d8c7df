import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { REPLAY_WINDOW_S } from "@/lib/domain/space/webhooks";

export type Got = { event: string; delivery: string; signature: string; body: string };
/** What becomes of the next tries, in order; afterwards all are taken. */
type Mishap = "hang_up" | 500 | 302;

/** A real receiver on this machine: hangs up or refuses when told to, keeps each event it took once, as a careful one does. */
export async function openReceiver() {
  const state: { tries: Got[]; mishaps: Mishap[] } = { tries: [], mishaps: [] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const header = (name: string) => String(request.headers[name] ?? "");
      const mishap = state.mishaps.shift();
      if (mishap === "hang_up") return request.socket.destroy();
      const body = Buffer.concat(chunks).toString("utf8");
      const got = {
        event: header("shortlist-event"),
        delivery: header("shortlist-delivery"),
        signature: header("shortlist-signature"),
        body,
      };
      if (mishap === undefined) state.tries.push(got);
      response.writeHead(mishap ?? 204, mishap === 302 ? { location: "/elsewhere" } : {});
      return response.end();
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  return { state, url: `http://127.0.0.1:${port}/hook`, close: () => new Promise<void>((done) => server.close(() => done())) };
}

/** How a receiver checks a message: the signature over time and body, and that the time is not long ago. `nowS` in seconds. */
export function isGenuine(
  { signature, body }: Pick<Got, "signature" | "body">,
  { secret, nowS }: { secret: string; nowS: number },
): boolean {
  const [, t = "", v1 = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(signature) ?? [];
  const expected = createHmac("sha256", secret).update(`${t}.${body}`).digest();
  return v1 !== "" && timingSafeEqual(Buffer.from(v1, "hex"), expected) && Math.abs(nowS - Number(t)) <= REPLAY_WINDOW_S;
}

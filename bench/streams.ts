import { type ClientRequest, request } from "node:http";

/** Called for every change that a stream is told of: its seq, and when it arrived. */
type OnChange = (seq: number, at: number) => void;

/** Opens the event stream of one member and reads it until it is closed. */
export function openStream({ port, worksheet, token, onChange }: { port: number; worksheet: string; token: string; onChange?: OnChange }): {
  opened: Promise<void>;
  close: () => void;
} {
  let call: ClientRequest | null = null;
  const opened = new Promise<void>((done, fail) => {
    call = request(
      {
        host: "127.0.0.1",
        port,
        agent: false,
        path: `/api/v1/worksheets/${worksheet}/events`,
        headers: { host: `localhost:${port}`, authorization: `Bearer ${token}` },
      },
      (reply) => {
        if (reply.statusCode !== 200) fail(new Error(`A stream answered ${reply.statusCode}.`));
        reply.once("data", () => done());
        reply.on("data", (chunk: Buffer) => tell(chunk.toString("utf8"), onChange));
        reply.on("error", () => undefined);
      },
    );
    call.on("error", fail);
    call.end();
  });
  return { opened, close: () => call?.destroy() };
}

function tell(text: string, onChange: OnChange | undefined) {
  if (!onChange) return;
  const at = performance.now();
  for (const [, seq] of text.matchAll(/^id: (\d+)$/gmu)) onChange(Number(seq), at);
}

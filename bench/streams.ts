import { connect } from "node:net";

/** Called for every change that a stream is told of: its seq, and when it arrived. */
type OnChange = (seq: number, at: number) => void;

/**
 * Opens the event stream of one member and reads it until it is closed. On a plain socket, since hundreds of these share the
 * cores with what they measure: how the body is cut into chunks leaves its lines whole.
 */
export function openStream({ port, worksheet, token, onChange }: { port: number; worksheet: string; token: string; onChange?: OnChange }): {
  opened: Promise<void>;
  close: () => void;
} {
  const socket = connect({ host: "127.0.0.1", port });
  const opened = new Promise<void>((done, fail) => {
    socket.once("data", (chunk) => {
      const status = chunk.toString("latin1", 9, 12);
      if (status === "200") done();
      else fail(new Error(`A stream answered ${status}.`));
    });
    socket.once("error", fail);
  });
  socket.on("data", (chunk) => {
    if (onChange) tell(chunk.toString("latin1"), onChange);
  });
  socket.on("error", () => undefined);
  const path = `/api/v1/worksheets/${worksheet}/events`;
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nauthorization: Bearer ${token}\r\n\r\n`);
  return { opened, close: () => socket.destroy() };
}

function tell(text: string, onChange: OnChange) {
  const at = performance.now();
  for (const [, seq] of text.matchAll(/^id: (\d+)$/gmu)) onChange(Number(seq), at);
}

import { connect, type Socket } from "node:net";

type Waiting = { done: (reply: LeanReply) => void; fail: (error: Error) => void };
export type LeanReply = { status: number; body: string };

const HEAD_END = Buffer.from("\r\n\r\n");

/**
 * One kept-alive HTTP/1.1 connection, one request at a time, that reads of a reply no more than its status and its body of
 * declared length. The client of a load shares the cores with what it measures, and Node's own costs as much as the save.
 */
export class LeanConnection {
  private readonly socket: Socket;
  private waiting: Waiting | null = null;
  private read: Buffer = Buffer.alloc(0);

  constructor(private readonly port: number) {
    this.socket = connect({ host: "127.0.0.1", port, noDelay: true });
    this.socket.on("data", (chunk) => this.onData(chunk));
    this.socket.on("error", (error) => this.waiting?.fail(error));
    this.socket.on("close", () => this.waiting?.fail(new Error("The connection was closed before its reply.")));
  }

  send({ method, path, token, body }: { method: string; path: string; token: string; body: unknown }): Promise<LeanReply> {
    const text = JSON.stringify(body);
    const head = [
      `${method} ${path} HTTP/1.1`,
      `host: localhost:${this.port}`,
      `authorization: Bearer ${token}`,
      "content-type: application/json",
      `content-length: ${Buffer.byteLength(text)}`,
    ].join("\r\n");
    return new Promise((done, fail) => {
      this.waiting = { done, fail };
      this.socket.write(`${head}\r\n\r\n${text}`);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private onData(chunk: Buffer) {
    this.read = this.read.length === 0 ? chunk : Buffer.concat([this.read, chunk]);
    const headEnd = this.read.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.read.toString("latin1", 0, headEnd);
    const length = Number(/content-length: (\d+)/iu.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) return this.waiting?.fail(new Error(`A reply without a length: ${head}`));
    const start = headEnd + HEAD_END.length;
    if (this.read.length < start + length) return;
    const reply = { status: Number(head.slice(9, 12)), body: this.read.toString("utf8", start, start + length) };
    this.read = this.read.subarray(start + length);
    const { waiting } = this;
    this.waiting = null;
    waiting?.done(reply);
  }
}

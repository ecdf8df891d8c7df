import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type HttpReply = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Call = { method: string; path: string; headers?: Record<string, string>; body?: unknown };

const TIMEOUT_MS = 10_000;

/** A plain client over kept-alive connections to one port of this machine. */
export class HttpClient {
  private readonly agent: Agent;

  constructor(
    private readonly port: number,
    connections = 4,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  send({ method, path, headers = {}, body }: Call): Promise<HttpReply> {
    const text = body === undefined ? null : JSON.stringify(body);
    return new Promise((done, fail) => {
      const call = request(
        {
          host: "127.0.0.1",
          port: this.port,
          agent: this.agent,
          method,
          path,
          headers: {
            host: `localhost:${this.port}`,
            ...(text === null ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }),
            ...headers,
          },
        },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on("data", (chunk: Buffer) => chunks.push(chunk));
          reply.on("end", () => done({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }));
          reply.on("error", fail);
        },
      );
      call.setTimeout(TIMEOUT_MS, () => call.destroy(new Error(`${method} ${path.split("/").slice(0, 4).join("/")} took too long`)));
      // A kept connection may be closed by the other side at the moment it is used again; a save carries its id, so it may be sent twice.
      call.on("error", (error: NodeJS.ErrnoException) =>
        call.reusedSocket && error.code === "ECONNRESET" ? this.send({ method, path, headers, body }).then(done, fail) : fail(error),
      );
      call.end(text ?? undefined);
    });
  }

  async json<T>(call: Call): Promise<T> {
    const reply = await this.send(call);
    if (reply.status >= 300) throw new Error(`${call.method} answered ${reply.status}: ${reply.body.toString("utf8").slice(0, 300)}`);
    return JSON.parse(reply.body.toString("utf8")) as T;
  }

  close(): void {
    this.agent.destroy();
  }
}

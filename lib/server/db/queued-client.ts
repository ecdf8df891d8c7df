import "server-only";
import { Client, type ClientConfig } from "pg";

type Query = (...args: unknown[]) => unknown;

/**
 * A connection that sends one query after the other. Prisma reads the relations of one `select` at once, and inside a transaction there
 * is one connection for all of them; pg queued them itself until version 8 and will refuse them from 9 on. Order and time stay.
 */
export class QueuedClient extends Client {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(config?: string | ClientConfig) {
    super(config);
    const send = super.query.bind(this) as Query;
    this.query = ((...args: unknown[]) => (hasPromise(args) ? this.inTurn(() => send(...args)) : send(...args))) as Client["query"];
  }

  private inTurn(send: () => unknown): Promise<unknown> {
    const sent = this.waiting === 0 ? Promise.resolve(send()) : this.last.then(send, send);
    this.waiting += 1;
    const done = () => {
      this.waiting -= 1;
    };
    this.last = sent.then(done, done);
    return sent;
  }
}

/** Callbacks and query objects are pg's other two ways; the pool's own `query` uses the first, on a connection that nobody else has. */
function hasPromise(args: readonly unknown[]): boolean {
  const [query] = args;
  const isObject = typeof query === "object" && query !== null && "submit" in query;
  return !isObject && typeof args.at(-1) !== "function";
}

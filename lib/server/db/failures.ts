import "server-only";

/** What a thrown database error asks of us: try the transaction again, tell the caller to come back, or neither. */
export type DatabaseFailure = "retry" | "unavailable" | "bad_text" | null;

const RETRY_CODES = new Set(["40001", "40P01"]);
const AWAY_CODES = new Set([
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08001",
  "08003",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);
const FULL_CODES = new Set(["ENOSPC", "EDQUOT", "EFBIG", "53100"]);
const AWAY_PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);

/**
 * Reads the shapes in which Prisma 7 with the pg adapter reports trouble: a known error with P2034, a raw query's P2010
 * around the cause, a bare DriverAdapterError at commit, and a plain Error when the backend was killed.
 */
export function classifyFailure(error: unknown): DatabaseFailure {
  for (const link of chainOf(error)) {
    const code = textOf(link, "originalCode") ?? textOf(link, "code");
    const kind = textOf(link, "kind");
    if (code === "P2034" || kind === "TransactionWriteConflict" || (code !== undefined && RETRY_CODES.has(code))) return "retry";
    if (kind === "DatabaseNotReachable" || kind === "ConnectionClosed" || kind === "SocketTimeout" || kind === "TooManyConnections")
      return "unavailable";
    if (code !== undefined && (AWAY_CODES.has(code) || AWAY_PRISMA.has(code))) return "unavailable";
    if (code === "22P05" || code === "22021") return "bad_text";
    const message = textOf(link, "message") ?? "";
    if (/not queryable|Connection terminated|timeout exceeded when trying to connect|connection.*closed/iu.test(message))
      return "unavailable";
  }
  return null;
}

/** No room left: on the app's own disk, or on the database's, which says so by a code of its own. */
export function isDiskFull(error: unknown): boolean {
  return [...chainOf(error)].some((link) => FULL_CODES.has(textOf(link, "originalCode") ?? textOf(link, "code") ?? ""));
}

/** Runs `work` again, with full jitter, while it fails in a way that asks for it: six tries within about two seconds. */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 5 || classifyFailure(error) !== "retry") throw error;
      await new Promise((done) => setTimeout(done, Math.random() * 30 * 2 ** attempt));
    }
  }
}

function* chainOf(error: unknown): Generator<object> {
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  while (queue.length > 0) {
    const next = queue.shift();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    yield next;
    const links = next as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
    queue.push(links.cause, links.meta?.driverAdapterError);
  }
}

function textOf(holder: object, key: string): string | undefined {
  const value = (holder as Record<string, unknown>)[key];
  return typeof value === "string" ? value : undefined;
}

import "server-only";
import { type Logger, pino } from "pino";
import { env } from "./env";

/** One JSON line per thing worth knowing. Never a URL, name, address, answer or token: log route patterns and codes. */
export function logger(): Logger {
  const holder = globalThis as { __shortlistLogger?: Logger };
  holder.__shortlistLogger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Database errors carry queries and parameters; only what they are is logged.
    serializers: { err: (error: unknown) => describeError(error) },
  });
  return holder.__shortlistLogger;
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 8);
  return { type: error.name, code: typeof code === "string" ? code : undefined, stack: frames.map((frame) => frame.trim()) };
}

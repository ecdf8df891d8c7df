import "server-only";
import { existsSync } from "node:fs";
import { StartError } from "../db/start-error";
import { start } from "./start";

/** Starts this process as the app, or says in a sentence why it cannot. */
export function run(...args: Parameters<typeof start>): void {
  // Before anything reads the environment; what is set already wins over the file.
  if (existsSync(".env")) process.loadEnvFile(".env");
  start(...args).catch((error: unknown) => {
    const message = error instanceof StartError || error instanceof Error ? error.message : String(error);
    process.stderr.write(`\nShortlist did not start. ${message}\n`);
    process.exit(1);
  });
}

import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { start } from "./lib/server/boot/start";
import { StartError } from "./lib/server/db/start-error";

// Before anything reads the environment; what is set already wins over the file.
if (existsSync(".env")) process.loadEnvFile(".env");

start(createServer).catch((error: unknown) => {
  const message = error instanceof StartError || error instanceof Error ? error.message : String(error);
  process.stderr.write(`\nShortlist did not start. ${message}\n`);
  process.exit(1);
});

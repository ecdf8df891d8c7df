import "server-only";
import { createServer } from "node:http";
import { run } from "./run";

// What bin/start.mjs runs when everything is built.
run(createServer, async () => undefined);

import { createServer } from "node:http";
import { ensureBuilt } from "./lib/server/boot/build";
import { run } from "./lib/server/boot/run";

run(createServer, ensureBuilt);

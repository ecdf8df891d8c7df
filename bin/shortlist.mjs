#!/usr/bin/env node
import "../register.mjs";

const { main } = await import("../lib/cli/main.ts");
process.exitCode = await main(process.argv.slice(2));

#!/usr/bin/env node
import "../register.mjs";

await import("../lib/verifier/cli.ts");

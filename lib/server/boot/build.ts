import "server-only";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { StartError } from "../db/start-error";
import { writeVerifier } from "../verify/write-verifier";
import { distDir, hashSources, isBuiltFrom, noteBuiltFrom } from "./sources";

/** Builds pages and server when they were never built or their sources changed since; says so, because it takes a minute. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  const sources = hashSources();
  if (isBuiltFrom(sources)) return;
  say("Building the pages. This takes about a minute, once.");
  await buildPages();
  await writeVerifier();
  await buildServer();
  noteBuiltFrom(sources);
}

async function buildPages(): Promise<void> {
  const require = createRequire(import.meta.url);
  const child = spawn(process.execPath, [require.resolve("next/dist/bin/next"), "build"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  if (code !== 0) throw new StartError(`The build failed:\n${errors.join("").slice(-4_000)}`);
}

/** The server as one file beside the pages: to find and translate six hundred of them at each start takes a second. */
async function buildServer(): Promise<void> {
  await build({
    entryPoints: { "shortlist-server": "lib/server/boot/built-server.ts", "shortlist-sources": "lib/server/boot/sources.ts" },
    outdir: distDir(),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    // A guard for Next's bundler, which throws anywhere else.
    alias: { "server-only": "./node_modules/server-only/empty.js" },
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
}

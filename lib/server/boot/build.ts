import "server-only";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { StartError } from "../db/start-error";
import { writeVerifier } from "../verify/write-verifier";

/** What a build is made from; its other inputs are pinned by package-lock.json. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "package-lock.json",
  "tsconfig.json",
];

const distDir = () => process.env.NEXT_DIST_DIR ?? ".next";

/** Builds the pages when they were never built or their sources changed since; says so, because it takes a minute. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  const stamp = join(distDir(), "shortlist-sources");
  const sources = hashSources();
  if (existsSync(join(distDir(), "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  say("Building the pages. This takes about a minute, once.");
  await buildPages();
  await writeVerifier();
  writeFileSync(stamp, sources);
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

function hashSources(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    if (!existsSync(source)) continue;
    for (const file of filesBelow(source)) {
      const { size, mtime } = statSync(file);
      // Whole milliseconds: that is what a copy of the folder keeps.
      hash.update(`${file}\0${size}\0${mtime.getTime()}\n`);
    }
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

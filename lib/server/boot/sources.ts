import "server-only";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a build is made from; its other inputs are pinned by package-lock.json. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "prisma/schema-engine.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "package-lock.json",
  "tsconfig.json",
];

export const distDir = () => process.env.NEXT_DIST_DIR || ".next";

const stamp = () => join(distDir(), "shortlist-sources");

/** Compiled by itself too: bin/start.mjs asks it before it runs what was built. */
export function isBuilt(): boolean {
  return isBuiltFrom(hashSources());
}

export function isBuiltFrom(sources: string): boolean {
  return existsSync(join(distDir(), "BUILD_ID")) && existsSync(stamp()) && readFileSync(stamp(), "utf8") === sources;
}

export function noteBuiltFrom(sources: string): void {
  writeFileSync(stamp(), sources);
}

export function hashSources(): string {
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

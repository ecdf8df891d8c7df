import "server-only";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Files of the data folder that the rows cannot be read without. The passwords of the embedded PostgreSQL are not among
 * them: they belong to one cluster, and a restored instance has its own.
 */
const INSTANCE_FILES = ["app-secret"];

export type InstanceFile = { name: string; base64: string };

export function readInstanceFiles(dataDir: string): InstanceFile[] {
  return INSTANCE_FILES.filter((name) => existsSync(join(dataDir, name))).map((name) => ({
    name,
    base64: readFileSync(join(dataDir, name)).toString("base64"),
  }));
}

/** The first of these files that the folder already has with another content; null when none would be overwritten. */
export function findDifferingFile(dataDir: string, files: InstanceFile[]): string | null {
  const here = new Map(readInstanceFiles(dataDir).map((file) => [file.name, file.base64]));
  return files.find(({ name, base64 }) => (here.get(name) ?? base64) !== base64)?.name ?? null;
}

/** Writes only names that this version knows, so that a forged backup cannot place files. */
export function writeInstanceFiles(dataDir: string, files: InstanceFile[]): void {
  for (const { name, base64 } of files.filter((file) => INSTANCE_FILES.includes(file.name)))
    writeFileSync(join(dataDir, name), Buffer.from(base64, "base64"), { mode: 0o600 });
}

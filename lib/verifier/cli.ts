import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import words from "../../messages/en/verifier.json";
import { readFingerprint, verdictOffline } from "./words";

/**
 * `shortlist-verify FILE [--root SHA-256] [--json]`: the check without a server. Ends with 0 when the file holds, with 1
 * when it does not, with 2 when it could not be asked.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: "string" }, json: { type: "boolean" } } });
const [path] = positionals;
const root = values.root === undefined ? null : readFingerprint(values.root);

if (path === undefined || positionals.length > 1) end(2, words.usage);
else if (values.root !== undefined && root === null) end(2, words.badRoot);
else await check(path);

async function check(file: string): Promise<void> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return end(2, words.unreadable);
  const { record: _record, ...reply } = { record: null, ...(await verdictOffline(new Uint8Array(bytes), root)) };
  const marks: Record<string, string> = { true: "ok  ", false: "FAIL", null: "?   " };
  const lines = reply.checks.map(({ ok, title, detail }) => `${marks[String(ok)]}  ${title}: ${detail}`);
  const text = values.json ? JSON.stringify(reply, null, 2) : [`${reply.verdict}: ${reply.headline}`, ...lines].join("\n");
  end(reply.verdict.startsWith("valid") ? 0 : 1, text);
}

function end(code: number, text: string): void {
  (code === 2 ? process.stderr : process.stdout).write(`${text}\n`);
  process.exitCode = code;
}

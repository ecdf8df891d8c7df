import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readFingerprint, verdictOffline } from "../verifier/words";
import { type Ending, text, unasked } from "./command";

/** The check of `shortlist-verify`, under one roof with the others. */
export async function verifyCommand(args: string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { root: { type: "string" }, json: { type: "boolean" } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) return { code: 2, error: text("help.verify") };
  const root = values.root === undefined ? null : readFingerprint(values.root);
  if (values.root !== undefined && root === null) return unasked("badRoot");
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return unasked("unreadable", { path });
  const { record: _record, ...reply } = { record: null, ...(await verdictOffline(new Uint8Array(bytes), root)) };
  const marks: Record<string, string> = { true: "ok  ", false: "FAIL", null: "?   " };
  const lines = reply.checks.map(({ ok, title, detail }) => `${marks[String(ok)]}  ${title}: ${detail}`);
  const out = values.json ? JSON.stringify(reply, null, 2) : [`${reply.verdict}: ${reply.headline}`, ...lines].join("\n");
  return { code: reply.verdict.startsWith("valid") ? 0 : 1, out };
}

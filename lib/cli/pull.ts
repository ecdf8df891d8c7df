import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { ADR_FORMATS } from "../domain/adr/formats";
import { type Ending, type Surroundings, text, unasked } from "./command";

const LARGEST_REPLY = 200 * 1024 * 1024;
const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

type File = { name: string; bytes: Uint8Array };

/**
 * Fetches a decision, or the whole log of a space, into a folder of records. The token comes from SHORTLIST_TOKEN: a command
 * line is seen by every process and kept in the shell's history.
 */
export async function pullCommand(args: string[], { environment, fetch: get }: Surroundings): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { dir: { type: "string" }, format: { type: "string" }, check: { type: "boolean" } },
  });
  const [address] = positionals;
  if (address === undefined || positionals.length > 1) return { code: 2, error: text("help.pull") };
  const format = values.format ?? "madr";
  if (!(ADR_FORMATS as readonly string[]).includes(format))
    return unasked("unknownFormat", { name: format, known: ADR_FORMATS.join(", ") });
  const url = fileUrl(address, format);
  if (url === null) return unasked("badAddress", { address });
  const token = environment.SHORTLIST_TOKEN;
  if (token === undefined || token === "") return unasked("noToken");
  const reply = await get(url, { headers: { authorization: `Bearer ${token}` } }).catch(() => null);
  if (reply === null) return unasked("unreachable", { origin: url.origin });
  if (!reply.ok) return unasked("refused", { status: reply.status, code: await codeOf(reply) });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  if (bytes.length > LARGEST_REPLY) return unasked("tooLarge", { path: url.pathname });
  const files = url.pathname.endsWith(".zip") ? filesIn(bytes) : [{ name: nameOf(reply), bytes }];
  if (files.some(({ name }) => !isInside(name))) return unasked("badName");
  return place(files, { folder: values.dir ?? "docs/adr", isCheck: values.check === true });
}

/** A page of a worksheet gives its record; a page of a space, its log. The page's own address is enough. */
function fileUrl(address: string, format: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["https:", "http:"].includes(url.protocol)) return null;
  const worksheet = new RegExp(`/(?:w|worksheets)/(${UUID})`, "iu").exec(url.pathname)?.[1];
  if (worksheet !== undefined) return new URL(`/api/v1/worksheets/${worksheet}/adr.md?format=${format}`, url.origin);
  const space = new RegExp(`/(?:s|space|spaces|t|teams)/(${UUID})`, "iu").exec(url.pathname)?.[1];
  return space === undefined ? null : new URL(`/api/v1/spaces/${space}/log.zip?format=${format}`, url.origin);
}

async function codeOf(reply: Response): Promise<string> {
  const problem = (await reply.json().catch(() => null)) as { code?: unknown } | null;
  return typeof problem?.code === "string" ? problem.code : "?";
}

function nameOf(reply: Response): string {
  return /filename="([^"]+)"/u.exec(reply.headers.get("content-disposition") ?? "")?.[1] ?? "decision.md";
}

function filesIn(bytes: Uint8Array): File[] {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/"));
  return entries.map(([name, content]) => ({ name, bytes: content }));
}

/** A reply names files; none of them may leave the folder. */
function isInside(name: string): boolean {
  return name !== "" && !name.includes("\u0000") && !/^\/|\\|^[A-Za-z]:/u.test(name) && !name.split("/").includes("..");
}

async function place(files: readonly File[], { folder, isCheck }: { folder: string; isCheck: boolean }): Promise<Ending> {
  const lines: string[] = [];
  let changes = 0;
  for (const { name, bytes } of files) {
    const target = join(folder, name);
    const now = await readFile(target).catch(() => null);
    if (now !== null && Buffer.from(bytes).equals(now)) continue;
    changes += 1;
    lines.push(text(now === null ? "new" : "changed", { path: target }));
    if (isCheck) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  lines.push(text(isCheck ? "checked" : "pulled", { n: files.length, changes }));
  return { code: isCheck && changes > 0 ? 1 : 0, out: lines.join("\n") };
}

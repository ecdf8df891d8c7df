import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { composeExported } from "../domain/adr/compose-exported";
import { ADR_FORMATS, type AdrFormat } from "../domain/adr/formats";
import { checkExport } from "../domain/record/export-json";
import { renderAdr } from "../server/adr/render-markdown";
import { recordMessages } from "../server/messages";
import { type Ending, text, unasked } from "./command";

/** Writes a `record.json` as Markdown: one form to the output, or every form into a folder. Refuses one whose hash does not hold. */
export async function adrCommand(args: string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: "string" }, out: { type: "string" } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) return { code: 2, error: text("help.adr") };
  const format = values.format ?? "madr";
  if (!isFormat(format) && format !== "all") return unasked("unknownFormat", { name: format, known: ADR_FORMATS.join(", ") });
  const content = await readFile(path, "utf8").catch(() => null);
  if (content === null) return unasked("unreadable", { path });
  const checked = checkExport(readJson(content));
  if (!checked.ok)
    return checked.reason === "not_ours" ? unasked("notRecord", { path }) : { code: 1, error: text(`record.${checked.reason}`, { path }) };
  const formats = format === "all" ? ADR_FORMATS : [format];
  const document = composeExported(checked.exported, recordMessages(checked.exported.record));
  const files = formats.map((one) => ({ format: one, ...renderAdr(document, one) }));
  if (values.out === undefined) return { code: 0, out: files.map((file) => file.text.trimEnd()).join("\n\n") };
  const folder = values.out;
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const file of files) {
    const target = join(folder, formats.length === 1 ? file.fileName : `${file.format}-${file.fileName}`);
    await writeFile(target, file.text);
    written.push(target);
  }
  return { code: 0, out: written.join("\n") };
}

function isFormat(name: string): name is AdrFormat {
  return (ADR_FORMATS as readonly string[]).includes(name);
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

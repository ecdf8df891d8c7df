import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { BackupError } from "./backup-error";
import { type BackupHeader, FORMAT_VERSION, headerSchema, tableLineSchema, trailerSchema } from "./backup-format";

export type BackupPart =
  | { kind: "header"; header: BackupHeader }
  | { kind: "table"; name: string; columns: string[] }
  | { kind: "row"; line: string };

const formatSchema = z.object({ format: z.literal("shortlist-backup"), version: z.number().int() });

/** Reads a backup part by part and throws, at the latest at its end, when a byte of it is not as it was written. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash("sha256");
  let isFirst = true;
  let isWhole = false;
  try {
    for await (const line of linesOf(file)) {
      if (isWhole) throw damaged(file);
      if (isFirst) {
        yield { kind: "header", header: parseHeader(file, line) };
        isFirst = false;
      } else if (line.startsWith("[")) yield { kind: "row", line };
      else if (line.startsWith('{"sha256"')) {
        if (trailerSchema.parse(JSON.parse(line)).sha256 !== hash.digest("hex")) throw damaged(file);
        isWhole = true;
        continue;
      } else {
        const { table, columns } = tableLineSchema.parse(JSON.parse(line));
        yield { kind: "table", name: table, columns };
      }
      hash.update(line).update("\n");
    }
  } catch (error) {
    throw readable(file, error);
  }
  if (!isWhole) throw damaged(file);
}

/** Reads the whole file once, so that nothing is begun with a damaged one. */
export async function checkBackup(file: string): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  const counted = new Map<string, number>();
  let table = "";
  for await (const part of readBackup(file)) {
    if (part.kind === "header") header = part.header;
    else if (part.kind === "table") table = part.name;
    else counted.set(table, (counted.get(table) ?? 0) + 1);
  }
  if (header === null || Object.entries(header.counts).some(([name, n]) => (counted.get(name) ?? 0) !== n)) throw damaged(file);
  return header;
}

function parseHeader(file: string, line: string): BackupHeader {
  const { version } = formatSchema.parse(JSON.parse(line));
  if (version > FORMAT_VERSION) throw new BackupError(`${file} was made by a newer Shortlist. Restore it with that version.`);
  return headerSchema.parse(JSON.parse(line));
}

/** Splits at line feeds only: readline also splits at U+2028, which people may have typed. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzip = createGunzip();
  source.once("error", (error) => unzip.destroy(error));
  let rest: Buffer[] = [];
  for await (const chunk of source.pipe(unzip) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      rest.push(chunk.subarray(from, end));
      yield Buffer.concat(rest).toString("utf8");
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) throw damaged(file);
}

function readable(file: string, error: unknown): unknown {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return damaged(file);
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code.startsWith("Z_") || code === "ERR_INVALID_STATE") return damaged(file);
  if (["ENOENT", "EACCES", "EISDIR"].includes(code)) return new BackupError(`${file} cannot be read (${code}).`);
  return error;
}

function damaged(file: string): BackupError {
  return new BackupError(`${file} is damaged or not a backup of Shortlist: its checksum does not fit. Take another one.`);
}

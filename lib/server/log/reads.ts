import "server-only";
import { decodeText } from "@/lib/domain/adr-import/decode-text";
import { adrWarningCodeSchema } from "@/lib/domain/adr-import/schema";
import { AppError } from "@/lib/domain/errors";
import type { ImportedRecord, LogEntry } from "@/lib/domain/log/schema";
import { now } from "../clock";
import { db } from "../db/client";
import { readEntries } from "./rows";
import type { LogReader } from "./search";

/** One line of the log. */
export async function readEntry(reader: LogReader, entryId: string): Promise<LogEntry> {
  const where = { id: entryId, spaceId: reader.spaceId, OR: [{ worksheetId: null }, { worksheet: { deletedAt: null } }] };
  const isThere = (await db().logEntry.count({ where })) > 0;
  const [entry] = isThere ? await readEntries([entryId], now().toISOString().slice(0, 10)) : [];
  if (entry === undefined) throw new AppError("not_found", "No such record.");
  return entry;
}

/** An imported record with the text of its file. */
export async function readImported(reader: LogReader, entryId: string): Promise<ImportedRecord> {
  const entry = await readEntry(reader, entryId);
  const source = await findSource(reader, entryId);
  const decoded = decodeText(source.content);
  return {
    entry,
    path: source.path,
    format: source.format,
    text: decoded.ok ? decoded.text : "",
    warnings: adrWarningCodeSchema.array().parse(source.warnings),
    by: source.byName,
    at: source.at.toISOString(),
  };
}

/** The file as it came, byte for byte. */
export async function findSource({ spaceId }: LogReader, entryId: string) {
  const source = await db().logSource.findFirst({ where: { spaceId, entryId } });
  if (source === null) throw new AppError("not_found", "No such file.");
  return source;
}

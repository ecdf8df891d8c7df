import "server-only";
import { Zip, ZipDeflate } from "fflate";
import type { AdrFormat } from "@/lib/domain/adr/formats";
import { AppError } from "@/lib/domain/errors";
import { archiveNames } from "@/lib/domain/log/references";
import { requireReading } from "../access";
import { db } from "../db/client";
import { markdownOf, recordJsonOf } from "../sign-off/record-files";
import type { LogReader } from "./search";

const BATCH = 50;

/**
 * The log as an archive that unpacks into docs/adr: every record as Markdown under the name that its form asks for, imported
 * ones byte for byte as they came, and the JSON of our own below `records/`. Made while it is sent, a few records at a time.
 */
export function logArchive(reader: LogReader, format: AdrFormat): ReadableStream<Uint8Array> {
  const files = archiveFiles(reader, format);
  let zip: Zip;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, isFinal) => {
        if (error) controller.error(error);
        else controller.enqueue(chunk);
        if (isFinal) controller.close();
      });
    },
    async pull() {
      const { value, done } = await files.next();
      if (done) {
        zip.end();
        return;
      }
      const entry = new ZipDeflate(value.name, { level: 6 });
      entry.mtime = value.at;
      zip.add(entry);
      entry.push(value.bytes, true);
    },
    async cancel() {
      await files.return(undefined);
    },
  });
}

type ArchiveFile = { name: string; bytes: Uint8Array; at: Date };

async function* archiveFiles(reader: LogReader, format: AdrFormat): AsyncGenerator<ArchiveFile, undefined> {
  const { spaceId } = reader;
  const imported = await db().logSource.findMany({
    where: { spaceId },
    select: { entryId: true, path: true },
    orderBy: { entryId: "asc" },
  });
  const names = new Map(archiveNames(imported.map(({ path }) => path)).map((name, index) => [imported[index]?.entryId, name]));
  const taken = new Set([...names.values()].map((name) => name.toLowerCase()));
  for (let at = 0; at < imported.length; at += BATCH) {
    const ids = imported.slice(at, at + BATCH).map(({ entryId }) => entryId);
    const sources = await db().logSource.findMany({ where: { entryId: { in: ids } }, select: { entryId: true, content: true, at: true } });
    for (const source of sources) yield { name: names.get(source.entryId) ?? "", bytes: source.content, at: source.at };
  }
  const where = { spaceId, worksheet: { deletedAt: null }, status: { not: "draft" } };
  const own = await db().logEntry.findMany({
    where,
    select: { worksheetId: true, sortAt: true },
    orderBy: [{ number: "asc" }, { id: "asc" }],
  });
  for (const { worksheetId, sortAt } of own)
    if (worksheetId !== null) yield* recordFiles({ reader, worksheetId, format, taken, at: sortAt });
}

type Wanted = { reader: LogReader; worksheetId: string; format: AdrFormat; taken: Set<string>; at: Date };

async function* recordFiles({ reader, worksheetId, format, taken, at }: Wanted): AsyncGenerator<ArchiveFile, undefined> {
  const encoder = new TextEncoder();
  try {
    const access = await requireReading(reader, worksheetId);
    const markdown = await markdownOf(access, format);
    const json = await recordJsonOf(access);
    yield { name: freeName(markdown.fileName, taken), bytes: encoder.encode(markdown.text), at };
    yield { name: freeName(`records/${json.fileName}`, taken), bytes: encoder.encode(json.text), at };
  } catch (error) {
    // Somebody who still answers blind there gets the rest of the log, and what was deleted meanwhile is no fault.
    if (error instanceof AppError && (error.code === "not_revealed" || error.code === "not_found")) return;
    throw error;
  }
}

function freeName(name: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const next = count === 1 ? name : name.replace(/(\.[^.]*)$/u, `-${count}$1`);
    if (!taken.has(next.toLowerCase())) {
      taken.add(next.toLowerCase());
      return next;
    }
  }
}

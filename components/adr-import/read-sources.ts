import type { ImportedFile, ImportSource } from "@/lib/domain/adr-import/import-report";
import { MAX_ADR_BYTES } from "@/lib/domain/adr-import/schema";

/** More files in one go than a folder of records has; a stray home folder must not freeze the tab. */
export const MAX_FILES = 500;

/** The reader with its YAML parser is fetched when the first file comes. */
export async function readSources(sources: readonly ImportSource[]): Promise<ImportedFile[]> {
  const { importReport } = await import("@/lib/domain/adr-import/import-report");
  return importReport(sources);
}

export async function sourcesOf(files: readonly File[]): Promise<ImportSource[]> {
  return Promise.all(
    files.slice(0, MAX_FILES).map(async (file) => {
      const name = file.webkitRelativePath || file.name;
      // One byte too many is enough to say so; the rest of a huge file is never read.
      return { name, content: new Uint8Array(await file.slice(0, MAX_ADR_BYTES + 1).arrayBuffer()) };
    }),
  );
}

/** Files are listed no further than this, so that a stray home folder does not freeze the tab. */
const MAX_LISTED = 20_000;

/** The files of a drop, those in folders included; hidden folders and node_modules are nobody's records. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries must be asked for before the first await: the drop is gone after it.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files];
  const found: File[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= MAX_LISTED) return;
  if (isFile(entry)) {
    found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  if (!isFolder(entry) || entry.name.startsWith(".") || entry.name === "node_modules") return;
  const reader = entry.createReader();
  // A reader gives its entries in batches until one is empty.
  for (let batch = await nextBatch(reader); batch.length > 0; batch = await nextBatch(reader)) {
    for (const child of batch.toSorted((a, b) => a.name.localeCompare(b.name, "en"))) await walk(child, found);
  }
}

function nextBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

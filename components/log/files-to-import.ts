import { type FileToImport, MAX_IMPORT_FILES } from "@/lib/client/log/import-files";
import { MAX_ADR_BYTES } from "@/lib/domain/adr-import/schema";

/** The files given, and for an archive those in it. One byte too many is enough for the server to say that a file is too large. */
export async function filesToImport(files: readonly File[]): Promise<FileToImport[]> {
  const found: FileToImport[] = [];
  for (const file of files) {
    if (/\.zip$/iu.test(file.name)) found.push(...(await filesInArchive(file)));
    else
      found.push({
        path: file.webkitRelativePath || file.name,
        read: async () => new Uint8Array(await file.slice(0, MAX_ADR_BYTES + 1).arrayBuffer()),
      });
  }
  return found;
}

/**
 * Unpacked beside the page, and not further than an import goes: an archive may hold far more than it weighs. A file in it that
 * is larger than a record may be is named without its content, so that the report says so.
 */
async function filesInArchive(file: File): Promise<FileToImport[]> {
  const { unzip } = await import("fflate");
  const packed = new Uint8Array(await file.arrayBuffer());
  const tooLarge: string[] = [];
  let count = 0;
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (name.endsWith("/") || /(?:^|\/)(?:\.|__MACOSX\/|node_modules\/)/u.test(name) || count > MAX_IMPORT_FILES) return false;
    count += 1;
    if (originalSize > MAX_ADR_BYTES) tooLarge.push(name);
    return originalSize <= MAX_ADR_BYTES;
  };
  const entries = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    unzip(packed, { filter: isWanted }, (error, unpacked) => (error ? reject(error) : resolve(unpacked)));
  });
  return [
    ...Object.entries(entries).map(([path, bytes]) => ({ path, read: async () => bytes })),
    ...tooLarge.map((path) => ({ path, read: async () => new Uint8Array(MAX_ADR_BYTES + 1) })),
  ];
}

import "server-only";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

export type WordBox = { page: number; text: string; xMin: number; yMin: number; xMax: number; yMax: number };

/** The streams of a PDF, inflated, as text: its attachments and page programs stand among them. For tests. */
export function inflatedStreams(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes);
  const streams: string[] = [];
  for (let at = file.indexOf("stream\n"); at !== -1; at = file.indexOf("stream\n", at + 7)) {
    const end = file.indexOf("\nendstream", at);
    if (end === -1) break;
    try {
      streams.push(inflateSync(file.subarray(at + 7, end)).toString("utf8"));
    } catch {
      // Not every stream is compressed; those are not what the tests look for.
    }
    at = end + 10;
  }
  return streams;
}

/** What a poppler tool says about a PDF, or null where poppler is not installed. For tests. */
export function poppler(tool: "pdftotext" | "pdfinfo" | "pdffonts" | "pdfsig", bytes: Uint8Array, args: string[] = []): string | null {
  const folder = mkdtempSync(join(tmpdir(), "shortlist-pdf-"));
  try {
    const file = join(folder, "adr.pdf");
    writeFileSync(file, bytes);
    const output = tool === "pdftotext" ? ["-"] : [];
    const run = spawnSync(tool, [...args, file, ...output], { encoding: "utf8", maxBuffer: 64_000_000 });
    return run.error ? null : run.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every word of a PDF with its box in points, or null where poppler is not installed. For tests. */
export function wordBoxes(bytes: Uint8Array): WordBox[] | null {
  const html = poppler("pdftotext", bytes, ["-bbox"]);
  if (html === null) return null;
  return html
    .split("<page ")
    .slice(1)
    .flatMap((text, index) =>
      [...text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g)].map(
        ([, xMin, yMin, xMax, yMax, word = ""]) => ({
          page: index + 1,
          text: word,
          xMin: Number(xMin),
          yMin: Number(yMin),
          xMax: Number(xMax),
          yMax: Number(yMax),
        }),
      ),
    );
}

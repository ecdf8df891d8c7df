import "server-only";

/**
 * The same TrueType font without one table. Inter's GSUB holds contextual forms (arrows, raised colons) that a page of
 * plain sentences does not need, and working them out takes a third of the time of a whole record.
 */
export function withoutTable(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => font.subarray(12 + index * 16, 28 + index * 16));
  const kept = entries.filter((entry) => entry.toString("latin1", 0, 4) !== tag);
  if (kept.length === count) return font;
  // The tables stay where they are, so every offset stays true; only the directory gets shorter.
  const copy = Buffer.from(font);
  copy.writeUInt16BE(kept.length, 4);
  kept.forEach((entry, index) => {
    entry.copy(copy, 12 + index * 16);
  });
  // pdfkit takes two fonts with the same name and checksum for one.
  const head = kept.find((entry) => entry.toString("latin1", 0, 4) === "head")?.readUInt32BE(8);
  if (head !== undefined) copy.writeUInt32BE((copy.readUInt32BE(head + 8) ^ 1) >>> 0, head + 8);
  return copy;
}

import { type AdrWarningCode, MAX_ADR_BYTES, type UnreadableReason } from "./schema";

type Decoded = { ok: true; text: string; warnings: AdrWarningCode[] } | { ok: false; reason: UnreadableReason };

const BOM = "\uFEFF";

/**
 * Bytes of a text file as text. UTF-8 first; what is no UTF-8 is read as Windows-1252, of which Latin-1 is a part, and said
 * to be. A byte order mark stays in the text, so that nothing of the file is lost.
 * @example decodeText(new Uint8Array([0xe9])) // { ok: true, text: "é", warnings: ["not_utf8"] }
 */
export function decodeText(source: Uint8Array | string): Decoded {
  if (source.length > MAX_ADR_BYTES) return { ok: false, reason: "too_large" };
  const { text, isUtf8 } = typeof source === "string" ? { text: source, isUtf8: true } : fromBytes(source);
  if (text.includes("\0")) return { ok: false, reason: "binary" };
  if (text.trim() === "" || text === BOM) return { ok: false, reason: "empty" };
  return {
    ok: true,
    text,
    warnings: [...(isUtf8 ? [] : ["not_utf8" as const]), ...(text.startsWith(BOM) ? ["byte_order_mark" as const] : [])],
  };
}

function fromBytes(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    // Not UTF-8: the label says which bytes these can only be. Every byte has a meaning there, so this cannot fail.
    return { text: new TextDecoder(isUtf16(bytes) ? "utf-16le" : "windows-1252", { ignoreBOM: true }).decode(bytes), isUtf8: false };
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

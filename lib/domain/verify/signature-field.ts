import type { PdfFile } from "./pdf-file";
import { isDict, isRef, type PdfDict, PdfFault, type PdfObject } from "./pdf-objects";
import { SEALED_FILES } from "./sealed-parts";

/** Where the seal of a file is, or why what is there is no seal of ours. Offsets are in bytes from the file's start. */
export type SignatureField =
  | { ok: true; contents: Uint8Array; signed: [Uint8Array, Uint8Array]; reason: string | null }
  | {
      ok: false;
      fault: "no_seal" | "many_signatures" | "gap_not_hex" | "bytes_after_seal" | "starts_late" | "truncated" | "unreadable";
      extra: number;
    };

/**
 * Finds the one signature and applies the strict rules: it starts at byte 0, leaves out exactly its own `<hex>`, and ends
 * at the end of the file. A cryptographically valid signature that breaks one of them protects something else than what
 * a reader shows (pdf-insecurity.org, incremental saving and wrapping attacks).
 * @example findSignature(openPdf(bytes)) // { ok: false, fault: "no_seal", extra: 0 }
 */
export function findSignature(file: PdfFile): SignatureField {
  const fields = signatureDicts(file);
  const [dict] = fields;
  // More than a line end after the last revision is the beginning of another one, and a seal is always the last.
  if (dict === undefined) return refused(file.trailing > 16 ? "truncated" : "no_seal", file.trailing);
  if (fields.length > 1) return refused("many_signatures", fields.length);
  const range = file.resolve(dict.entries.get("ByteRange"));
  const contents = file.resolve(dict.entries.get("Contents"));
  if (typeof range !== "object" || range?.kind !== "array" || typeof contents !== "object" || contents?.kind !== "text")
    return refused("unreadable");
  const numbers = range.items.filter((item): item is number => typeof item === "number" && Number.isSafeInteger(item) && item >= 0);
  const [start, before, after, rest] = numbers;
  if (numbers.length !== 4 || start === undefined || before === undefined || after === undefined || rest === undefined)
    return refused("unreadable");
  if (start !== 0) return refused("starts_late", start);
  if (!contents.isHex || contents.start !== before || contents.end !== after) return refused("gap_not_hex");
  const { length } = file.bytes;
  if (after + rest > length) return refused("truncated", after + rest - length);
  if (after + rest < length) return refused("bytes_after_seal", length - after - rest);
  const reason = file.resolve(dict.entries.get("Reason"));
  return {
    ok: true,
    contents: contents.bytes,
    signed: [file.bytes.subarray(0, before), file.bytes.subarray(after)],
    reason: typeof reason === "object" && reason?.kind === "text" ? new TextDecoder("latin1").decode(reason.bytes) : null,
  };
}

function signatureDicts(file: PdfFile): PdfDict[] {
  const form = file.resolve(file.catalog.entries.get("AcroForm"));
  if (!isDict(form)) return [];
  const fields = itemsOf(file, form.entries.get("Fields"));
  return fields.flatMap((field) => {
    const dict = file.resolve(field);
    if (!isDict(dict) || !isName(file.resolve(dict.entries.get("FT")), "Sig")) return [];
    const value = file.resolve(dict.entries.get("V"));
    return isDict(value) ? [value] : [];
  });
}

function itemsOf(file: PdfFile, object: PdfObject | undefined): PdfObject[] {
  const array = file.resolve(object);
  return typeof array === "object" && array?.kind === "array" ? array.items : [];
}

function isName(object: PdfObject, value: string): boolean {
  return typeof object === "object" && object?.kind === "name" && object.value === value;
}

function refused(fault: Extract<SignatureField, { ok: false }>["fault"], extra = 0): SignatureField {
  return { ok: false, fault, extra };
}

const OURS: readonly string[] = Object.values(SEALED_FILES);

/**
 * The attached files by name, unpacked, from the file's own name tree. Names are read as Latin-1; ours are plain, and others are
 * left alone. A name that stands twice is refused: two readers could take two different files.
 * @example [...attachmentsOf(openPdf(bytes)).keys()] // ["record.json", "approvals.json", …]
 */
export function attachmentsOf(file: PdfFile): Map<string, Uint8Array> {
  const names = file.resolve(file.catalog.entries.get("Names"));
  const tree = isDict(names) ? file.resolve(names.entries.get("EmbeddedFiles")) : null;
  const items = isDict(tree) ? itemsOf(file, tree.entries.get("Names")) : [];
  const found = new Map<string, Uint8Array>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const [name, spec] = [file.resolve(items[index]), file.resolve(items[index + 1])];
    const embedded = isDict(spec) ? file.resolve(spec.entries.get("EF")) : null;
    const stream = isDict(embedded) ? embedded.entries.get("F") : undefined;
    if (typeof name !== "object" || name?.kind !== "text" || !isRef(stream)) continue;
    const text = new TextDecoder("latin1").decode(name.bytes);
    if (!OURS.includes(text)) continue;
    if (found.has(text)) throw new PdfFault("unreadable", `two attachments are called ${text}`);
    found.set(text, file.stream(stream));
  }
  return found;
}

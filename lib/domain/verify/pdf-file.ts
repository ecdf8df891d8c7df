import { Unzlib } from "fflate";
import { latin1, type PdfDict, PdfFault, type PdfObject, PdfReader, type PdfRef } from "./pdf-objects";

const MOST_SECTIONS = 20;
/** No attachment of ours comes near this; what claims to is a bomb. */
const MOST_INFLATED = 64 * 1024 * 1024;

export type PdfFile = {
  bytes: Uint8Array;
  catalog: PdfDict;
  info: PdfDict | null;
  sections: number;
  /** Bytes after the last complete revision: where a file was cut, the beginning of the next. */
  trailing: number;
  resolve: (object: PdfObject | undefined) => PdfObject;
  stream: (ref: PdfRef) => Uint8Array;
};

/**
 * Opens a PDF by its cross-reference tables, newest first, as every reader does. Throws PdfFault by name: not a PDF, cut
 * off, encrypted, or written anew by another program (which then uses cross-reference streams or drops the tables).
 * @example openPdf(bytes).sections // 2 in a sealed file: the body and the seal
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (latin1(bytes.subarray(0, 5)) !== "%PDF-") throw new PdfFault("not_a_pdf");
  const { offsets, trailer, sections, trailing } = readTables(bytes);
  if (trailer.entries.has("Encrypt")) throw new PdfFault("encrypted");
  const cache = new Map<number, PdfObject>();
  const resolve = (object: PdfObject | undefined): PdfObject => {
    let found = object ?? null;
    for (let hops = 0; isRef(found); hops += 1) {
      if (hops > 8) throw new PdfFault("unreadable", "references in a circle");
      const known = cache.get(found.number);
      const read = known ?? readObject(bytes, offsets, found).object;
      cache.set(found.number, read);
      found = read;
    }
    return found;
  };
  const catalog = resolve(trailer.entries.get("Root"));
  if (!isDict(catalog)) throw new PdfFault("unreadable", "no catalog");
  const info = resolve(trailer.entries.get("Info"));
  return {
    bytes,
    catalog,
    info: isDict(info) ? info : null,
    sections,
    trailing,
    resolve,
    stream: (ref) => readStream({ bytes, offsets, ref, resolve }),
  };
}

/** True for a dictionary. `isDict(null)` is false. */
export function isDict(object: PdfObject | undefined): object is PdfDict {
  return typeof object === "object" && object !== null && object.kind === "dict";
}

/** True for a reference such as `12 0 R`. */
export function isRef(object: PdfObject | undefined): object is PdfRef {
  return typeof object === "object" && object !== null && object.kind === "ref";
}

type Offsets = Map<number, number>;

function readTables(bytes: Uint8Array): { offsets: Offsets; trailer: PdfDict; sections: number; trailing: number } {
  const found = lastStart(bytes);
  if (found === null) throw new PdfFault("truncated");
  const offsets: Offsets = new Map();
  let newest: PdfDict | null = null;
  let at: number | null = found.start;
  let sections = 0;
  while (at !== null) {
    sections += 1;
    if (sections > MOST_SECTIONS) throw new PdfFault("unreadable", "too many revisions");
    const trailer = readTable(new PdfReader(bytes, at), offsets);
    newest ??= trailer;
    const before: PdfObject | undefined = trailer.entries.get("Prev");
    at = typeof before === "number" ? before : null;
  }
  if (newest === null) throw new PdfFault("truncated");
  return { offsets, trailer: newest, sections, trailing: bytes.length - found.end };
}

/** Where the newest table begins, by the last complete `startxref … %%EOF`, wherever bytes were added after it. */
function lastStart(bytes: Uint8Array): { start: number; end: number } | null {
  const WINDOW = 65_536;
  for (let end = bytes.length; end > 0; end -= WINDOW - 64) {
    const from = Math.max(0, end - WINDOW);
    const text = latin1(bytes.subarray(from, end));
    const found = [...text.matchAll(/startxref\s+(\d+)\s+%%EOF/gu)].at(-1);
    if (found !== undefined) return { start: Number(found[1]), end: from + found.index + found[0].length };
  }
  return null;
}

function readTable(reader: PdfReader, offsets: Offsets): PdfDict {
  const word = reader.token();
  if (word !== "xref") throw new PdfFault(reader.at >= reader.bytes.length ? "truncated" : "rewritten");
  for (;;) {
    const first = reader.token();
    if (first === "trailer") break;
    const [start, count] = [Number(first), Number(reader.token())];
    if (!Number.isInteger(start) || !Number.isInteger(count) || count < 0 || count > reader.bytes.length)
      throw new PdfFault("unreadable", "the table of objects is broken");
    for (let index = 0; index < count; index += 1) {
      const [offset, , use] = [reader.token(), reader.token(), reader.token()];
      // The newest table speaks first; an older one does not overrule it.
      if (use === "n" && !offsets.has(start + index)) offsets.set(start + index, Number(offset));
    }
  }
  const trailer = reader.object();
  if (!isDict(trailer)) throw new PdfFault("unreadable", "no trailer");
  if (trailer.entries.has("XRefStm")) throw new PdfFault("rewritten");
  return trailer;
}

function readObject(bytes: Uint8Array, offsets: Offsets, { number }: PdfRef): { object: PdfObject; reader: PdfReader } {
  const offset = offsets.get(number);
  if (offset === undefined) return { object: null, reader: new PdfReader(bytes, bytes.length) };
  const reader = new PdfReader(bytes, offset);
  if (Number(reader.token()) !== number || !/^\d+$/u.test(reader.token()) || reader.token() !== "obj")
    throw new PdfFault("unreadable", "an object is not where the table says");
  return { object: reader.object(), reader };
}

function readStream({
  bytes,
  offsets,
  ref,
  resolve,
}: {
  bytes: Uint8Array;
  offsets: Offsets;
  ref: PdfRef;
  resolve: PdfFile["resolve"];
}): Uint8Array {
  const { object, reader } = readObject(bytes, offsets, ref);
  if (!isDict(object) || reader.token() !== "stream") throw new PdfFault("unreadable", "an attachment is no stream");
  const start = reader.at + (bytes[reader.at] === 13 ? 2 : 1);
  const length = resolve(object.entries.get("Length"));
  if (typeof length !== "number" || start + length > bytes.length) throw new PdfFault("truncated");
  const raw = bytes.subarray(start, start + length);
  const filter = resolve(object.entries.get("Filter"));
  if (filter === null) return raw;
  if (typeof filter !== "object" || filter.kind !== "name" || filter.value !== "FlateDecode")
    throw new PdfFault("unreadable", "an attachment is packed in a way we do not write");
  return inflate(raw);
}

function inflate(raw: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const unzip = new Unzlib((part) => {
    total += part.length;
    if (total > MOST_INFLATED) throw new PdfFault("unreadable", "an attachment unpacks to too much");
    parts.push(part);
  });
  try {
    for (let from = 0; from < raw.length || from === 0; from += 65_536)
      unzip.push(raw.subarray(from, from + 65_536), from + 65_536 >= raw.length);
  } catch (error) {
    if (error instanceof PdfFault) throw error;
    throw new PdfFault("unreadable", "an attachment does not unpack");
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

import { Unzlib } from "fflate";
import { isDict, isRef, latin1, type PdfDict, PdfFault, type PdfObject, PdfReader, type PdfRef } from "./pdf-objects";
import { allowance, type Offsets, readTables, type Spend } from "./pdf-tables";

/** All attachments of ours together come nowhere near this; what claims to is a bomb. */
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
  // Objects of a sound file do not lie inside each other, so all of them together are no longer than the file.
  const spend = allowance(bytes.length, "objects lie over each other");
  const spendInflated = allowance(MOST_INFLATED, "an attachment unpacks to too much");
  const resolve = (object: PdfObject | undefined): PdfObject => {
    let found = object ?? null;
    for (let hops = 0; isRef(found); hops += 1) {
      if (hops > 8) throw new PdfFault("unreadable", "references in a circle");
      const { number }: PdfRef = found;
      let read = cache.get(number);
      if (read === undefined) {
        const { object: fresh, reader, from } = readObject(bytes, offsets, found);
        spend(reader.at - from);
        cache.set(number, fresh);
        read = fresh;
      }
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
    stream: (ref) => readStream({ bytes, offsets, ref, resolve, spend: spendInflated }),
  };
}

type ReadObject = { object: PdfObject; reader: PdfReader; from: number };

function readObject(bytes: Uint8Array, offsets: Offsets, { number }: PdfRef): ReadObject {
  const offset = offsets.get(number);
  if (offset === undefined) return { object: null, reader: new PdfReader(bytes, bytes.length), from: bytes.length };
  const reader = new PdfReader(bytes, offset);
  if (Number(reader.token()) !== number || !/^\d+$/u.test(reader.token()) || reader.token() !== "obj")
    throw new PdfFault("unreadable", "an object is not where the table says");
  return { object: reader.object(), reader, from: offset };
}

function readStream({
  bytes,
  offsets,
  ref,
  resolve,
  spend,
}: {
  bytes: Uint8Array;
  offsets: Offsets;
  ref: PdfRef;
  resolve: PdfFile["resolve"];
  spend: Spend;
}): Uint8Array {
  const { object, reader } = readObject(bytes, offsets, ref);
  if (!isDict(object) || reader.token() !== "stream") throw new PdfFault("unreadable", "an attachment is no stream");
  const start = reader.at + (bytes[reader.at] === 13 ? 2 : 1);
  const length = resolve(object.entries.get("Length"));
  if (typeof length !== "number" || start + length > bytes.length) throw new PdfFault("truncated");
  const raw = bytes.subarray(start, start + length);
  const filter = resolve(object.entries.get("Filter"));
  if (filter === null) {
    spend(raw.length);
    return raw;
  }
  if (typeof filter !== "object" || filter.kind !== "name" || filter.value !== "FlateDecode")
    throw new PdfFault("unreadable", "an attachment is packed in a way we do not write");
  return inflate(raw, spend);
}

function inflate(raw: Uint8Array, spend: Spend): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const unzip = new Unzlib((part) => {
    total += part.length;
    spend(part.length);
    parts.push(part);
  });
  try {
    for (let from = 0; from < raw.length || from === 0; from += 65_536)
      unzip.push(raw.subarray(from, from + 65_536), from + 65_536 >= raw.length);
  } catch (error) {
    if (error instanceof PdfFault) throw error;
    throw new PdfFault("unreadable", "an attachment does not unpack");
  }
  const joined = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

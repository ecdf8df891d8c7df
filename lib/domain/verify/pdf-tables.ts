import { isDict, type PdfDict, PdfFault, type PdfObject, PdfReader } from "./pdf-objects";

const MOST_SECTIONS = 20;
/** Ours have a few thousand objects; every entry of a table costs time before anything is known of the file. */
const MOST_OBJECTS = 200_000;

export type Offsets = Map<number, number>;
export type Spend = (amount: number) => void;
type Tables = { offsets: Offsets; trailer: PdfDict; sections: number; trailing: number };

/**
 * The cross-reference tables of a file, newest first. Tables may not lie over each other, so that reading all of them takes
 * no longer than reading the file twice.
 * @example readTables(bytes).sections // 2 in a sealed file
 */
export function readTables(bytes: Uint8Array): Tables {
  const found = lastStart(bytes);
  if (found === null) throw new PdfFault("truncated");
  const offsets: Offsets = new Map();
  const spend = allowance(MOST_OBJECTS, "too many objects");
  const spans: { from: number; to: number }[] = [];
  let newest: PdfDict | null = null;
  let at: number | null = found.start;
  while (at !== null) {
    if (spans.length >= MOST_SECTIONS) throw new PdfFault("unreadable", "too many revisions");
    const from: number = at;
    const reader = new PdfReader(bytes, from);
    const trailer = readTable(reader, { offsets, spend });
    if (spans.some((span) => from < span.to && span.from < reader.at)) throw new PdfFault("unreadable", "tables lie over each other");
    spans.push({ from, to: reader.at });
    newest ??= trailer;
    const before: PdfObject | undefined = trailer.entries.get("Prev");
    at = typeof before === "number" ? before : null;
  }
  if (newest === null) throw new PdfFault("truncated");
  return { offsets, trailer: newest, sections: spans.length, trailing: bytes.length - found.end };
}

/** Where the newest table begins, by the last complete `startxref … %%EOF`, wherever bytes were added after it. */
function lastStart(bytes: Uint8Array): { start: number; end: number } | null {
  const WINDOW = 65_536;
  for (let end = bytes.length; end > 0; end -= WINDOW - 64) {
    const from = Math.max(0, end - WINDOW);
    const text = new TextDecoder("latin1").decode(bytes.subarray(from, end));
    const found = [...text.matchAll(/startxref\s+(\d+)\s+%%EOF/gu)].at(-1);
    if (found !== undefined) return { start: Number(found[1]), end: from + found.index + found[0].length };
  }
  return null;
}

function readTable(reader: PdfReader, { offsets, spend }: { offsets: Offsets; spend: Spend }): PdfDict {
  const word = reader.token();
  if (word !== "xref") throw new PdfFault(reader.at >= reader.bytes.length ? "truncated" : "rewritten");
  for (;;) {
    const first = reader.token();
    if (first === "trailer") break;
    const [start, count] = [whole(first), whole(reader.token())];
    spend(1 + count);
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

/** A number of the table. Nothing at all is no number, though JavaScript reads it as zero: a table that ends nowhere would go on for ever. */
function whole(token: string): number {
  if (!/^\d{1,10}$/u.test(token)) throw new PdfFault("unreadable", "the table of objects is broken");
  return Number(token);
}

/**
 * Counts down what a whole file may cost, so that no file can ask for the same work over and over. Throws PdfFault once it is spent.
 * @example allowance(2, "too many objects")(3) // throws PdfFault "unreadable"
 */
export function allowance(most: number, fault: string): Spend {
  let left = most;
  return (amount) => {
    left -= amount;
    if (left < 0) throw new PdfFault("unreadable", fault);
  };
}

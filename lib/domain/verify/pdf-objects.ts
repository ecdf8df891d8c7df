/** What stops a PDF from being read, by name; `detail` is for people who look into the file. */
export class PdfFault extends Error {
  /** @example new PdfFault("truncated").reason // "truncated" */
  constructor(
    readonly reason: "not_a_pdf" | "truncated" | "encrypted" | "rewritten" | "unreadable",
    detail = "",
  ) {
    super(detail === "" ? reason : `${reason}: ${detail}`);
  }
}

export type PdfRef = { kind: "ref"; number: number };
export type PdfDict = { kind: "dict"; entries: Map<string, PdfObject> };
/** `start` and `end` are offsets in the file, delimiters included. */
export type PdfText = { kind: "text"; bytes: Uint8Array; isHex: boolean; start: number; end: number };
export type PdfObject =
  | null
  | boolean
  | number
  | PdfRef
  | PdfDict
  | PdfText
  | { kind: "name"; value: string }
  | { kind: "array"; items: PdfObject[] };

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));
const DEEPEST = 60;
/** Nothing that this product writes comes near these; reading what does takes seconds. */
const MOST_PARTS = 200_000;
const LONGEST_WORD = 4_096;
const HEX = [..."0123456789abcdefABCDEF"].map((character) => character.charCodeAt(0));

/** Reads PDF objects (ISO 32000-1, 7.3) at a place in a file. It knows what this product writes and refuses the rest. */
export class PdfReader {
  private parts = 0;

  /** @example new PdfReader(bytes, 0).object() // 12 for the bytes of "12 " */
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  /** The object that begins here, after white space and comments. References are told from numbers by looking ahead. */
  object(depth = 0): PdfObject {
    if (depth > DEEPEST) throw new PdfFault("unreadable", "objects nested too deeply");
    this.parts += 1;
    if (this.parts > MOST_PARTS) throw new PdfFault("unreadable", "an object of too many parts");
    this.skip();
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new PdfFault("truncated");
    if (byte === 0x2f) return { kind: "name", value: this.name() };
    if (byte === 0x28) return this.literal();
    if (byte === 0x5b) return this.array(depth);
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dict(depth) : this.hex();
    return this.word();
  }

  /** The next word of regular characters: a number or a keyword. `""` at a delimiter. */
  token(): string {
    this.skip();
    return this.regular();
  }

  skip(): void {
    for (;;) {
      while (WHITE.has(this.bytes[this.at] ?? -1)) this.at += 1;
      if (this.bytes[this.at] !== 0x25) return;
      while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
    }
  }

  private word(): PdfObject {
    const token = this.token();
    if (token === "true" || token === "false") return token === "true";
    if (token === "null") return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/u.test(token)) throw new PdfFault("unreadable", `“${token.slice(0, 20)}” is no object`);
    const after = this.at;
    if (/^\d+$/u.test(token) && /^\d+$/u.test(this.token()) && this.token() === "R") return { kind: "ref", number: Number(token) };
    this.at = after;
    return Number(token);
  }

  private name(): string {
    this.at += 1;
    return this.regular().replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  /** What stands here up to white space or a delimiter. */
  private regular(): string {
    const from = this.at;
    while (this.at < this.bytes.length && !WHITE.has(this.bytes[this.at] ?? 0) && !DELIMITERS.has(this.bytes[this.at] ?? 0)) this.at += 1;
    if (this.at - from > LONGEST_WORD) throw new PdfFault("unreadable", "a word of thousands of characters");
    return latin1(this.bytes.subarray(from, this.at));
  }

  private array(depth: number): PdfObject {
    this.at += 1;
    const items: PdfObject[] = [];
    for (;;) {
      this.skip();
      if (this.at >= this.bytes.length) throw new PdfFault("truncated");
      if (this.bytes[this.at] === 0x5d) break;
      items.push(this.object(depth + 1));
    }
    this.at += 1;
    return { kind: "array", items };
  }

  private dict(depth: number): PdfDict {
    this.at += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      this.skip();
      if (this.at >= this.bytes.length) throw new PdfFault("truncated");
      if (this.bytes[this.at] === 0x3e) break;
      if (this.bytes[this.at] !== 0x2f) throw new PdfFault("unreadable", "a dictionary key is no name");
      const key = this.name();
      // A reader that takes the first and one that takes the last would see two different files.
      if (entries.has(key)) throw new PdfFault("unreadable", `the key ${key} stands twice`);
      entries.set(key, this.object(depth + 1));
    }
    this.at += 2;
    return { kind: "dict", entries };
  }

  private hex(): PdfText {
    const start = this.at;
    const close = this.bytes.indexOf(0x3e, start);
    if (close < 0) throw new PdfFault("truncated");
    const bytes = hexBytes(this.bytes.subarray(start + 1, close));
    this.at = close + 1;
    return { kind: "text", bytes, isHex: true, start, end: this.at };
  }

  private literal(): PdfText {
    const start = this.at;
    let depth = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) depth += 1;
      else if (byte === 0x29) {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    if (this.at >= this.bytes.length) throw new PdfFault("truncated");
    this.at += 1;
    return { kind: "text", bytes: this.bytes.subarray(start + 1, this.at - 1), isHex: false, start, end: this.at };
  }
}

/** Bytes as characters of the same number. `latin1(Uint8Array.of(80, 68, 70))` is `"PDF"`. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text;
}

/** True for a dictionary. `isDict(null)` is false. */
export function isDict(object: PdfObject | undefined): object is PdfDict {
  return typeof object === "object" && object !== null && object.kind === "dict";
}

/** True for a reference such as `12 0 R`. */
export function isRef(object: PdfObject | undefined): object is PdfRef {
  return typeof object === "object" && object !== null && object.kind === "ref";
}

/** The bytes that hex digits stand for, white space left out. By hand: a text of megabytes would become an array of millions. */
function hexBytes(digits: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(digits.length >> 1);
  let count = 0;
  for (const byte of digits) {
    if (WHITE.has(byte)) continue;
    const value = HEX.indexOf(byte);
    if (value < 0) throw new PdfFault("unreadable", "a hex text holds something else");
    const [at, digit] = [count >> 1, value > 15 ? value - 6 : value];
    if (at < bytes.length) bytes[at] = ((bytes[at] ?? 0) << 4) | digit;
    count += 1;
  }
  return bytes.subarray(0, count >> 1);
}

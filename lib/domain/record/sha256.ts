/**
 * SHA-256 of a text's UTF-8 bytes as 64 lower-case hex digits (FIPS 180-4), synchronous so that pure code can hash in any
 * runtime. `sha256Hex("")` is `"e3b0c442...b855"`.
 */
export function sha256Hex(text: string): string {
  return sha256HexOfBytes(new TextEncoder().encode(text));
}

/** SHA-256 of bytes as 64 lower-case hex digits; any length below 512 MB. `sha256HexOfBytes(new Uint8Array())` is `"e3b0c442...b855"`. */
export function sha256HexOfBytes(bytes: Uint8Array): string {
  const state = Uint32Array.from(INITIAL);
  const schedule = new Uint32Array(64);
  const padded = pad(bytes);
  for (let offset = 0; offset < padded.byteLength; offset += 64) compress({ state, schedule, padded, offset });
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** Square roots of the first 8 primes and cube roots of the first 64: the first 32 bits of their fractions. */
const PRIMES = firstPrimes(64);
const INITIAL = PRIMES.slice(0, 8).map((prime) => fractionBits(prime, 2n, Math.sqrt(prime)));
const ROUND = PRIMES.map((prime) => fractionBits(prime, 3n, Math.cbrt(prime)));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

/** Exact: the language allows engines to differ in the last bits of a root, so the estimate is settled in integers. */
function fractionBits(prime: number, degree: 2n | 3n, estimate: number): number {
  const scaled = BigInt(prime) << (32n * degree);
  let root = BigInt(Math.floor(estimate * 2 ** 32));
  while (root ** degree > scaled) root -= 1n;
  while ((root + 1n) ** degree <= scaled) root += 1n;
  return Number(root & 0xffffffffn);
}

function pad(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, (bytes.length << 3) >>> 0);
  return view;
}

function compress({ state, schedule, padded, offset }: { state: Uint32Array; schedule: Uint32Array; padded: DataView; offset: number }) {
  const w = (i: number) => schedule[i] ?? 0;
  for (let i = 0; i < 16; i++) schedule[i] = padded.getUint32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const s0 = rotate(w(i - 15), 7) ^ rotate(w(i - 15), 18) ^ (w(i - 15) >>> 3);
    const s1 = rotate(w(i - 2), 17) ^ rotate(w(i - 2), 19) ^ (w(i - 2) >>> 10);
    schedule[i] = w(i - 16) + s0 + w(i - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + (ROUND[i] ?? 0) + w(i);
    const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + t1) >>> 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) >>> 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] ?? 0) + word;
  });
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

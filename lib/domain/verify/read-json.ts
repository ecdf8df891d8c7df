type ReadJson = { ok: true; value: unknown } | { ok: false; reason: "not_json" | "unknown_kind" };

/** No file of ours nests half as deep; whatever walks a value that does runs out of its stack. */
const DEEPEST = 100;

/**
 * The JSON value of UTF-8 bytes, or why there is none of ours. The depth is counted before anything is built.
 * @example readJson(new TextEncoder().encode("[1]")) // { ok: true, value: [1] }
 */
export function readJson(bytes: Uint8Array): ReadJson {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    if (depthOf(text) > DEEPEST) return { ok: false, reason: "unknown_kind" };
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, reason: "not_json" };
  }
}

/** How many brackets are open at once at most, outside of strings. Stops counting once it is too many. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length && most <= DEEPEST; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === OPEN_ARRAY || sign === OPEN_OBJECT) most = Math.max(most, ++depth);
    else if (sign === CLOSE_ARRAY || sign === CLOSE_OBJECT) depth -= 1;
  }
  return most;
}

const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) return at;
  }
  return text.length;
}

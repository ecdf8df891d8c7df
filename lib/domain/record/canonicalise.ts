import serialize from "canonicalize";

/**
 * The one text of a JSON value (RFC 8785): keys sorted by UTF-16 unit, shortest numbers, no white space.
 * Refuses what has no such text: a lone surrogate, NaN, Infinity, a cycle, undefined at the top. Members that are
 * undefined are left out.
 * @example canonicalise({ b: 1.0, a: "é" }) // '{"a":"é","b":1}'
 */
export function canonicalise(value: unknown): string {
  let text: string | undefined;
  try {
    text = serialize(value);
  } catch (error) {
    throw new Error(`This value has no canonical JSON text: ${reasonOf(error)}.`, { cause: error });
  }
  if (typeof text !== "string") throw new Error("This value has no canonical JSON text: it is not JSON.");
  return text;
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (message.includes("surrogate")) return "a text holds half of a surrogate pair";
  if (message.includes("NaN") || message.includes("Infinity")) return "a number is not finite";
  if (message.includes("Circular")) return "it refers to itself";
  return "it is not JSON";
}

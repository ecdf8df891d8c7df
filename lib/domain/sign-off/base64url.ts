/**
 * Bytes as unpadded base64url (RFC 4648, section 5).
 * @example toBase64Url(Uint8Array.of(255, 239)) // "_-8"
 */
export function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The bytes of a base64url text, or null when it is none. Padding is not accepted.
 * @example fromBase64Url("_-8") // Uint8Array.of(255, 239)
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/u.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/**
 * The bytes of lower-case hex digits.
 * @example fromHex("0f10") // Uint8Array.of(15, 16)
 */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}

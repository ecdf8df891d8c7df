/**
 * A web address that is safe to show as a link, normalised: http or https, a host, no user name or password inside.
 * Null for anything else, such as `javascript:` or `data:`.
 * @example safeUrl(" https://example.org/a b ") // "https://example.org/a%20b"
 */
export function safeUrl(text: string): string | null {
  if (!URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && url.hostname !== "" && url.username === "" && url.password === "" ? url.href : null;
}

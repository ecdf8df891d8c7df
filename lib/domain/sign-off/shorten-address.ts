/**
 * An e-mail address as the record prints it: enough to recognise, not enough to write to.
 * @example shortenAddress("dee.okafor@example.org") // "d…@example.org"
 */
export function shortenAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const [first = ""] = address.slice(0, Math.max(0, at));
  return `${first}…${address.slice(at)}`;
}

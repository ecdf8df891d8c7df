import "server-only";
import { lookup as dnsLookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Networks that are no part of the public internet, or lead back into a private one (RFC 6890, RFC 6052, RFC 3056, RFC 4380). */
const PRIVATE: readonly [string, number, "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 4, "ipv4"],
  ["240.0.0.0", 4, "ipv4"],
  // The unspecified address, loopback, and IPv4 written into the last 32 bits.
  ["::", 96, "ipv6"],
  ["::ffff:0:0", 96, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
  ["100::", 64, "ipv6"],
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["fec0::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];

/** One list per family: in a common one ::ffff:0:0/96 would hold every IPv4 address there is. */
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix, family] of PRIVATE) blocked[family].addSubnet(net, prefix, family);

/** Whether a numeric address may be connected to from here; a text that is none may not. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/gu, "").split("%")[0] ?? "";
  const version = isIP(plain);
  if (version === 0) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  return !blocked[family].check(plain, family);
}

export type Resolved = { address: string; family: 4 | 6 };
export class PrivateAddress extends Error {}
export class UnknownHost extends Error {}

/**
 * The address to connect to. A name counts as private when any of its addresses is: which one an attacker's name server
 * would hand out next is anybody's guess.
 */
export async function resolvePublic(hostname: string, { allowPrivate }: { allowPrivate: boolean }): Promise<Resolved> {
  const plain = hostname.replace(/^\[|\]$/gu, "");
  const version = isIP(plain);
  const found =
    version !== 0
      ? [{ address: plain, family: version }]
      : await dnsLookup(plain, { all: true, verbatim: true }).catch((cause: unknown) => {
          throw new UnknownHost("The name has no address.", { cause });
        });
  const [first] = found;
  if (first === undefined) throw new UnknownHost("The name has no address.");
  if (!allowPrivate && found.some(({ address }) => !isPublicAddress(address))) throw new PrivateAddress("The address is private.");
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}

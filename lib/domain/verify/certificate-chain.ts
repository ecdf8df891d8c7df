import { type Certificate, CryptoEngine } from "pkijs";
import { sha256HexOfBytes } from "../record/sha256";

/** Given to every call: the library's default engine is global, and another copy of the library may have set it. */
export const ENGINE = new CryptoEngine({ name: "web", crypto: globalThis.crypto });

/**
 * True when each certificate is signed by the next, all but the first may issue, and the last one signed itself.
 * @example await isChain([leaf, root]) // true
 */
export async function isChain(chain: readonly Certificate[]): Promise<boolean> {
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1] ?? certificate;
    if (!certificate.issuer.isEqual(issuer.subject) || (index > 0 && !isAuthority(certificate))) return false;
    if (!(await certificate.verify(issuer, ENGINE).catch(() => false))) return false;
  }
  return chain.length > 0;
}

/**
 * SHA-256 of a certificate's bytes, lower-case hex.
 * @example fingerprintOf(root) // "fb09434e…"
 */
export function fingerprintOf(certificate: Certificate): string {
  return sha256HexOfBytes(new Uint8Array(certificate.toSchema().toBER()));
}

function isAuthority(certificate: Certificate): boolean {
  const constraints = certificate.extensions?.find(({ extnID }) => extnID === "2.5.29.19")?.parsedValue as { cA?: boolean } | undefined;
  return constraints?.cA === true;
}

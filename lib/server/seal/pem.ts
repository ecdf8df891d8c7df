import "server-only";
import { createHash } from "node:crypto";

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/gu;

/** The DER bytes of every block with this label, in order: `CERTIFICATE`, `PRIVATE KEY`. */
export function readPem(text: string, label: string): Uint8Array<ArrayBuffer>[] {
  return [...text.matchAll(BLOCK)]
    .filter(([, found]) => found === label)
    .map(([, , body = ""]) => new Uint8Array(Buffer.from(body, "base64")));
}

/** SHA-256 of a certificate, lower-case hex: what people compare. */
export function fingerprintOf(der: Uint8Array): string {
  return createHash("sha256").update(der).digest("hex");
}

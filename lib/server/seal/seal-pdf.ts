import "server-only";
import { CryptoKeySigner, HttpTimestampAuthority, PDF } from "@libpdf/core";
import { verifyCms } from "@/lib/domain/verify/cms-seal";
import { openPdf } from "@/lib/domain/verify/pdf-file";
import { findSignature } from "@/lib/domain/verify/signature-field";
import type { SealKey } from "./instance-key";

export type SealPdfInput = {
  body: Uint8Array;
  key: Pick<SealKey, "certificates" | "privateKey" | "keyType">;
  /** By the database's clock; fixed by the caller. */
  sealedAt: string;
  reason: string;
  /** The timestamp server to ask, or null. */
  tsaUrl: string | null;
  /** How long to wait for it; 8 s when left out. */
  tsaTimeoutMs?: number;
};
export type SealedPdf = { bytes: Uint8Array; level: "B-B" | "B-T" };

/** Room for the signature, its two certificates and a timestamp with its own chain. */
const RESERVED = 32_768;
const TSA_TIMEOUT_MS = 8_000;

/**
 * Puts the one seal over a finished PDF: a timestamped one when the server answers with a token that holds, else without.
 * What comes out is checked by our own verifier before anybody sees it. No other module knows the sealing library.
 */
export async function sealPdf(input: SealPdfInput): Promise<SealedPdf> {
  if (input.tsaUrl !== null) {
    const stamped = await sealOnce(
      input,
      new HttpTimestampAuthority(input.tsaUrl, { timeout: input.tsaTimeoutMs ?? TSA_TIMEOUT_MS }),
    ).catch(() => null);
    if (stamped !== null && (await holds(stamped, { isStamped: true }))) return { bytes: stamped, level: "B-T" };
  }
  const bytes = await sealOnce(input, null);
  if (!(await holds(bytes, { isStamped: false }))) throw new Error("The fresh seal does not hold.");
  return { bytes, level: "B-B" };
}

async function sealOnce(
  { body, key, sealedAt, reason }: SealPdfInput,
  timestampAuthority: HttpTimestampAuthority | null,
): Promise<Uint8Array> {
  const [certificate, ...chain] = key.certificates;
  if (certificate === undefined) throw new Error("There is no certificate to seal with.");
  const signer = new CryptoKeySigner(
    await importKey(key),
    certificate,
    key.keyType,
    key.keyType === "EC" ? "ECDSA" : "RSASSA-PKCS1-v1_5",
    chain,
  );
  const pdf = await PDF.load(body);
  const { bytes } = await pdf.sign({
    signer,
    reason,
    signingTime: new Date(sealedAt),
    digestAlgorithm: "SHA-256",
    fieldName: "Seal",
    estimatedSize: RESERVED,
    level: timestampAuthority === null ? "B-B" : "B-T",
    ...(timestampAuthority === null ? {} : { timestampAuthority }),
  });
  return bytes;
}

function importKey({ privateKey, keyType }: SealPdfInput["key"]): Promise<CryptoKey> {
  const algorithm = keyType === "EC" ? { name: "ECDSA", namedCurve: "P-256" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  return crypto.subtle.importKey("pkcs8", new Uint8Array(privateKey), algorithm, false, ["sign"]);
}

async function holds(bytes: Uint8Array, { isStamped }: { isStamped: boolean }): Promise<boolean> {
  const field = findSignature(openPdf(bytes));
  const result = field.ok ? await verifyCms(field) : null;
  return result?.ok === true && (result.seal.trustedTime !== null) === isStamped;
}

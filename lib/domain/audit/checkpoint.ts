import { Certificate } from "pkijs";
import { z } from "zod";
import { canonicalise } from "../record/canonicalise";
import { sha256HexSchema } from "../record/schema";
import { sha256HexOfBytes } from "../record/sha256";

export const CHECKPOINT_TYPE = "shortlist-checkpoint/1";

/** What an instance says about a chain at one moment; `instance` is its root certificate's SHA-256. */
export const checkpointStatementSchema = z.strictObject({
  type: z.literal(CHECKPOINT_TYPE),
  instance: sha256HexSchema,
  chain: z.string(),
  seq: z.number().int().min(0),
  head: sha256HexSchema,
  at: z.iso.datetime({ precision: 3 }),
});
export type CheckpointStatement = z.infer<typeof checkpointStatementSchema>;

/** A statement in canonical JSON with its signature (base64url) and the certificates (base64 DER), the signing one first. */
export const signedCheckpointSchema = z.strictObject({
  statement: z.string().max(2_000),
  signature: z.string().max(1_000),
  certificates: z.array(z.string().max(8_000)).min(1).max(6),
});
export type SignedCheckpoint = z.infer<typeof signedCheckpointSchema>;

export type CheckpointResult =
  | { ok: true; statement: CheckpointStatement; fingerprint: string }
  | { ok: false; fault: "unreadable" | "wrong_instance" | "signature_invalid" };

/**
 * Checks a checkpoint's signature and that it speaks for the instance whose root it carries. That the certificates are a
 * chain, and whose, is for the caller: in a PDF they are those of the seal.
 * @example await verifyCheckpoint(signed) // { ok: false, fault: "signature_invalid" }
 */
export async function verifyCheckpoint({ statement: text, signature, certificates }: SignedCheckpoint): Promise<CheckpointResult> {
  try {
    const statement = checkpointStatementSchema.parse(JSON.parse(text));
    const [leaf, root] = [fromBase64(certificates[0] ?? ""), fromBase64(certificates.at(-1) ?? "")];
    if (canonicalise(statement) !== text) return { ok: false, fault: "unreadable" };
    if (statement.instance !== sha256HexOfBytes(root)) return { ok: false, fault: "wrong_instance" };
    const holds = await verifyWith(leaf, { signature: fromBase64(signature), data: new TextEncoder().encode(text) });
    return holds ? { ok: true, statement, fingerprint: sha256HexOfBytes(leaf) } : { ok: false, fault: "signature_invalid" };
  } catch {
    return { ok: false, fault: "unreadable" };
  }
}

async function verifyWith(
  der: Uint8Array<ArrayBuffer>,
  { signature, data }: { signature: Uint8Array<ArrayBuffer>; data: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const certificate = Certificate.fromBER(der);
  const isEc = certificate.subjectPublicKeyInfo.algorithm.algorithmId === "1.2.840.10045.2.1";
  const algorithm = isEc ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const spki = certificate.subjectPublicKeyInfo.toSchema().toBER();
  const key = await globalThis.crypto.subtle.importKey("spki", spki, algorithm, false, ["verify"]);
  return globalThis.crypto.subtle.verify(algorithm, key, signature, data);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

import { Certificate } from "pkijs";
import { canonicalise } from "../record/canonicalise";
import { fingerprintOf, isChain } from "../verify/certificate-chain";
import { type CheckpointStatement, checkpointStatementSchema, type SignedCheckpoint } from "./checkpoint";

export type CheckpointResult =
  | { ok: true; statement: CheckpointStatement; fingerprint: string }
  | { ok: false; fault: "unreadable" | "wrong_instance" | "signature_invalid" };

/**
 * Checks a checkpoint's signature, that its certificates lead to their root, and that it speaks for the instance of that
 * root. Whose root it is, is for the caller to ask.
 * @example await verifyCheckpoint(signed) // { ok: false, fault: "signature_invalid" }
 */
export async function verifyCheckpoint({ statement: text, signature, certificates }: SignedCheckpoint): Promise<CheckpointResult> {
  try {
    const statement = checkpointStatementSchema.parse(JSON.parse(text));
    const chain = certificates.map((der) => Certificate.fromBER(fromBase64(der)));
    const [leaf, root] = [chain[0], chain.at(-1)];
    if (leaf === undefined || root === undefined || canonicalise(statement) !== text) return { ok: false, fault: "unreadable" };
    if (statement.instance !== fingerprintOf(root) || !(await isChain(chain))) return { ok: false, fault: "wrong_instance" };
    const holds = await isSignedBy(leaf, { signature: fromBase64(signature), data: new TextEncoder().encode(text) });
    return holds ? { ok: true, statement, fingerprint: fingerprintOf(leaf) } : { ok: false, fault: "signature_invalid" };
  } catch {
    return { ok: false, fault: "unreadable" };
  }
}

async function isSignedBy(
  certificate: Certificate,
  { signature, data }: { signature: Uint8Array<ArrayBuffer>; data: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const isEc = certificate.subjectPublicKeyInfo.algorithm.algorithmId === "1.2.840.10045.2.1";
  const algorithm = isEc ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const spki = certificate.subjectPublicKeyInfo.toSchema().toBER();
  const key = await globalThis.crypto.subtle.importKey("spki", spki, algorithm, false, ["verify"]);
  return globalThis.crypto.subtle.verify(algorithm, key, signature, data);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

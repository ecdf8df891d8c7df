import "server-only";
import { CHECKPOINT_TYPE, type CheckpointStatement, type SignedCheckpoint } from "@/lib/domain/audit/checkpoint";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import type { SealKey } from "./instance-key";

/** Signs what the instance says about a chain, in canonical JSON, with the key that also seals. */
export async function signStatement(
  key: Omit<SealKey, "id">,
  said: Omit<CheckpointStatement, "type" | "instance">,
): Promise<SignedCheckpoint> {
  const statement = canonicalise({ type: CHECKPOINT_TYPE, instance: key.rootFingerprint, ...said });
  const isEc = key.keyType === "EC";
  const algorithm = isEc ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("pkcs8", key.privateKey, algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign(algorithm, secret, new TextEncoder().encode(statement));
  return { statement, signature: Buffer.from(signature).toString("base64url"), certificates: encodeCertificates(key.certificates) };
}

export function encodeCertificates(certificates: readonly Uint8Array[]): string[] {
  return certificates.map((der) => Buffer.from(der).toString("base64"));
}

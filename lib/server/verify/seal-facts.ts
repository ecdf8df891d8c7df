import "server-only";
import { listInstanceCertificates } from "../seal/instance-key";
import { verifierSha256 } from "./offline-verifier";

/** What the verify page tells about this instance's seals: its roots, newest first, and the hash of its verifier. */
export async function readSealFacts() {
  const rows = await listInstanceCertificates();
  const roots = rows.map(({ rootFingerprint, createdAt, retiredAt }) => ({
    fingerprint: rootFingerprint,
    from: createdAt.toISOString().slice(0, 10),
    to: retiredAt?.toISOString().slice(0, 10) ?? null,
  }));
  return { roots, verifierSha256: await verifierSha256() };
}

import "server-only";

/** SHA-256 of the one-file verifier that this version serves, or null where it was not built. */
export async function verifierSha256(): Promise<string | null> {
  return null;
}

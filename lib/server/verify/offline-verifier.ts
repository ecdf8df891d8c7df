import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export const VERIFIER_PAGE = "shortlist-verifier.html";

/** The one-file verifier that was built with this version, or null where none was. */
export async function readVerifier(): Promise<Buffer | null> {
  return readFile(join(verifierFolder(), VERIFIER_PAGE)).catch(() => null);
}

/** Its SHA-256, which every sealed PDF prints. */
export async function verifierSha256(): Promise<string | null> {
  const html = await readVerifier();
  return html === null ? null : createHash("sha256").update(html).digest("hex");
}

/** Beside the built pages, so that both come from the same sources. */
export function verifierFolder(): string {
  return join(process.cwd(), process.env.NEXT_DIST_DIR || ".next", "verifier");
}

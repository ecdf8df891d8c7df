import "server-only";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const HTML = "shortlist-verifier.html";
const SCRIPT = "shortlist-verify.mjs";

/** The one-file verifier that was built with this version, or null where none was. */
export async function readVerifier(): Promise<Buffer | null> {
  return readFile(join(folder(), HTML)).catch(() => null);
}

/** Its SHA-256, which every sealed PDF prints. */
export async function verifierSha256(): Promise<string | null> {
  const html = await readVerifier();
  return html === null ? null : createHash("sha256").update(html).digest("hex");
}

/** Writes the page and the script into a folder, and tells their hashes. */
export async function writeVerifier(into = folder()): Promise<{ file: string; sha256: string; bytes: number }[]> {
  // The bundler is only needed where the app is built, not where it answers.
  const { buildVerifier } = await import("@/lib/verifier/build-verifier");
  const { html, script } = await buildVerifier();
  await mkdir(into, { recursive: true });
  const files = [
    { file: join(into, HTML), text: html },
    { file: join(into, SCRIPT), text: script },
  ];
  for (const { file, text } of files) await writeFile(file, text);
  return files.map(({ file, text }) => ({ file, sha256: createHash("sha256").update(text).digest("hex"), bytes: Buffer.byteLength(text) }));
}

/** Beside the built pages, so that both come from the same sources. */
function folder(): string {
  return join(process.cwd(), process.env.NEXT_DIST_DIR || ".next", "verifier");
}

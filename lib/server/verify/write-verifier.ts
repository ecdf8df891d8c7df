import "server-only";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildVerifier } from "@/lib/verifier/build-verifier";
import { VERIFIER_PAGE, verifierFolder } from "./offline-verifier";

const SCRIPT = "shortlist-verify.mjs";

/** Writes the page and the script into a folder, and tells their hashes. Kept apart, so that no page takes in the bundler. */
export async function writeVerifier(into = verifierFolder()): Promise<{ file: string; sha256: string; bytes: number }[]> {
  const { html, script } = await buildVerifier();
  await mkdir(into, { recursive: true });
  const files = [
    { file: join(into, VERIFIER_PAGE), text: html },
    { file: join(into, SCRIPT), text: script },
  ];
  for (const { file, text } of files) await writeFile(file, text);
  return files.map(({ file, text }) => ({ file, sha256: createHash("sha256").update(text).digest("hex"), bytes: Buffer.byteLength(text) }));
}

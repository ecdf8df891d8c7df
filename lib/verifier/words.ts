import verifyDe from "../../messages/de/verify.json";
import verify from "../../messages/en/verify.json";
import type { Messages } from "../domain/messages/format";
import type { Locale } from "../domain/messages/locales";
import { sha256HexOfBytes } from "../domain/record/sha256";
import type { KnownRoots } from "../domain/verify/check-seal";
import { noted } from "../domain/verify/outcome";
import { reportInWords } from "../domain/verify/report-in-words";
import type { VerifyReply } from "../domain/verify/schema";
import { verifyFile } from "../domain/verify/verify-file";

const MESSAGES: Readonly<Record<Locale, Messages>> = { en: { verify }, de: { verify: verifyDe } };

/** The verdict without a server: what a file proves by itself. `root` is the fingerprint somebody wrote down, or null. */
export async function verdictOffline(bytes: Uint8Array, root: string | null, locale: Locale = "en"): Promise<VerifyReply> {
  const roots: KnownRoots = root === null ? null : [root];
  const report = await verifyFile(bytes, { roots });
  const holds = report.checks.every(({ ok }) => ok !== false);
  const checks = holds ? [...report.checks, { ...noted("current", "offline"), ok: null }] : report.checks;
  const file = { sha256: sha256HexOfBytes(bytes), bytes: bytes.length };
  return reportInWords({ report: { ...report, checks }, file, messages: MESSAGES[locale], locale });
}

/** What people type or paste as a fingerprint: hex in any case, with blanks or colons; null when it is none. */
export function readFingerprint(typed: string): string | null {
  const hex = typed.toLowerCase().replaceAll(/[^0-9a-f]/gu, "");
  return hex.length === 64 ? hex : null;
}

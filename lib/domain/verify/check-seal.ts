import { type CmsResult, type CmsSeal, verifyCms } from "./cms-seal";
import { failed, passed, unknown } from "./outcome";
import { openPdf, type PdfFile } from "./pdf-file";
import { PdfFault } from "./pdf-objects";
import type { Check } from "./schema";
import { findSignature } from "./signature-field";

/** Root certificates that count as ours, by SHA-256; null when nobody said which, so that they can only be named. */
export type KnownRoots = readonly string[] | null;

type SealResult = { checks: Check[]; file: PdfFile | null; seal: CmsSeal | null };

/**
 * Everything about a PDF that is decided before its content is believed: can it be read, is there one seal over the whole
 * file, does it hold, whose certificate is it, and what is known of the time.
 * @example (await checkSeal(bytes, { roots })).checks.map(({ id }) => id) // ["file", "seal", "certificate", "time"]
 */
export async function checkSeal(bytes: Uint8Array, { roots }: { roots: KnownRoots }): Promise<SealResult> {
  let file: PdfFile;
  try {
    file = openPdf(bytes);
  } catch (error) {
    return { checks: [failed("file", reasonOf(error))], file: null, seal: null };
  }
  const read = passed("file", { bytes: bytes.length });
  try {
    const field = findSignature(file);
    if (!field.ok) return { checks: [read, failed("seal", field.fault, { n: field.extra })], file, seal: null };
    const result = await verifyCms(field);
    return { checks: [read, ...sealChecks(result, roots)], file, seal: result.ok ? result.seal : null };
  } catch (error) {
    return { checks: [failed("file", reasonOf(error))], file: null, seal: null };
  }
}

function sealChecks(result: CmsResult, roots: KnownRoots): Check[] {
  if (result.ok) return [passed("seal"), whose(result.seal, roots), timeOf(result.seal)];
  const { fault, rootFingerprint } = result;
  const isForeign = roots !== null && rootFingerprint !== null && !roots.includes(rootFingerprint);
  if (fault === "chain_broken" || fault === "certificate_expired") return [passed("seal"), failed("certificate", fault)];
  if (fault === "timestamp_invalid") return [passed("seal"), failed("time", fault)];
  const foreign = isForeign ? [failed("certificate", "foreign_root", { fingerprint: rootFingerprint })] : [];
  return [failed("seal", fault), ...foreign];
}

function whose({ rootFingerprint }: CmsSeal, roots: KnownRoots): Check {
  const params = { fingerprint: rootFingerprint };
  if (roots === null) return unknown("certificate", "compare", params);
  return roots.includes(rootFingerprint) ? passed("certificate", params) : failed("certificate", "foreign_root", params);
}

function timeOf({ claimedTime, trustedTime }: CmsSeal): Check {
  if (trustedTime !== null) return passed("time", trustedTime);
  return unknown("time", "claimed", { at: claimedTime ?? "" });
}

function reasonOf(error: unknown): string {
  if (error instanceof PdfFault) return error.reason;
  throw error;
}

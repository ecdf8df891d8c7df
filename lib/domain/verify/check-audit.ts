import { NO_ROW, verifyChain } from "../audit/chain";
import type { SignedCheckpoint } from "../audit/checkpoint";
import { verifyCheckpoint } from "../audit/verify-checkpoint";
import { failed, passed } from "./outcome";
import type { Check } from "./schema";
import type { SealedAudit } from "./sealed-parts";

/**
 * The chain's rows lead to the head that the instance signed, which is the one that sealed.
 * @example (await checkAudit({ audit, chain, instances: [root] })).reason // "cut"
 */
export async function checkAudit({
  audit,
  chain,
  instances,
}: {
  audit: SealedAudit;
  chain: string;
  instances: readonly string[] | null;
}): Promise<Check> {
  const signed = await verifyCheckpoint(audit.checkpoint);
  if (!signed.ok) return failed("audit", signed.fault);
  const { statement } = signed;
  if (statement.chain !== chain) return failed("audit", "other_chain");
  if (instances !== null && !instances.includes(statement.instance)) return failed("audit", "other_signer");
  const heads = statement.seq === 0 ? [] : [{ seq: statement.seq, head: statement.head }];
  const [finding] = verifyChain({ chain, rows: audit.rows, heads });
  if (finding !== undefined) return failed("audit", finding.kind, { seq: finding.seq });
  if ((audit.rows.at(-1)?.hash ?? NO_ROW) !== statement.head) return failed("audit", "forked", { seq: statement.seq });
  return passed("audit", { n: statement.seq, at: statement.at });
}

export type ExportSubject = { sha256: string; surroundings: string };

/**
 * An exported JSON carries no seal; the instance signed its record's hash and what surrounds it instead.
 * @example (await checkExportSignature(checkpoint, subject)).check.reason // "other_subject"
 */
export async function checkExportSignature(
  checkpoint: SignedCheckpoint,
  subject: ExportSubject,
): Promise<{ check: Check; instance: string | null; fingerprint: string | null }> {
  const signed = await verifyCheckpoint(checkpoint);
  if (!signed.ok)
    return {
      check: failed("seal", signed.fault === "unreadable" ? "cms_unreadable" : "signature_invalid"),
      instance: null,
      fingerprint: null,
    };
  const { statement, fingerprint } = signed;
  const isSame = statement.subject?.sha256 === subject.sha256 && statement.subject.surroundings === subject.surroundings;
  return { check: isSame ? passed("seal") : failed("seal", "digest_mismatch"), instance: statement.instance, fingerprint };
}

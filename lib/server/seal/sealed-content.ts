import "server-only";
import { namedPersonSchema, type RecordApproval } from "@/lib/domain/record/export-json";
import { recordSchema } from "@/lib/domain/record/schema";
import type { Paper } from "../adr/sheet";
import { db } from "../db/client";
import { env } from "../env";
import { saidOf } from "../sign-off/reads";
import { verifierSha256 } from "../verify/offline-verifier";
import { loadState } from "../worksheet/reads";
import { readAuditRows } from "./audit-rows";
import { checkpointAt, type StoredCheckpoint } from "./checkpoints";
import { sealKey } from "./instance-key";
import type { BodyInput } from "./make-sealed-pdf";
import { replacedBefore } from "./replaced-before";

export type SealTarget = { worksheetId: string; n: number; paper: Paper; auditSeq: number };

/** What an accepted revision's file follows from. Only rows that no longer change, so that every attempt gives the same. */
export async function sealedContent({
  worksheetId,
  n,
  paper,
  auditSeq,
}: SealTarget): Promise<{ body: BodyInput; checkpoint: StoredCheckpoint }> {
  const [revision, state, rows, key, said] = await Promise.all([
    db().revision.findUniqueOrThrow({ where: { worksheetId_n: { worksheetId, n } } }),
    loadState(worksheetId),
    readAuditRows(worksheetId, { to: auditSeq }),
    sealKey(),
    saidOf(worksheetId, n),
  ]);
  const checkpoint = await checkpointAt({ chain: worksheetId, seq: auditSeq, head: rows.at(-1)?.hash ?? "" });
  const approvals = state.approvals
    .filter((approval) => approval.revision <= n)
    .map(({ approverId, ...approval }): RecordApproval => {
      const isStale = approval.revision < n;
      return { ...approval, isStale, ...(isStale ? {} : said.get(approverId)) };
    });
  const record = recordSchema.parse(JSON.parse(revision.canonical));
  const people = namedPersonSchema.array().parse(revision.people);
  const decidedAt = (revision.decidedAt ?? revision.at).toISOString();
  const { sha256, number } = revision;
  // It was accepted, or there would be no seal to make; what came after that is not this file's to say.
  const printed = { people, approvals, status: "accepted", number, decidedAt, sha256 } as const;
  const body: BodyInput = {
    document: { ...printed, record, revision: n, relations: { supersededBy: [], supersedes: await replacedBefore(worksheetId, rows) } },
    canonical: revision.canonical,
    approvals: { format: "shortlist-approvals/1", revision: n, ...printed },
    audit: { format: "shortlist-audit/1", checkpoint: checkpoint.signed, rows: rows.map(({ prev: _prev, ...row }) => row) },
    paper,
    createdAt: decidedAt,
    origin: env().origins[0] ?? "",
    rootFingerprint: key.rootFingerprint,
    verifierSha256: await verifierSha256(),
  };
  return { body, checkpoint };
}

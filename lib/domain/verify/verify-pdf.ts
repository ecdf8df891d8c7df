import { checkApprovals } from "./check-approvals";
import { checkAudit } from "./check-audit";
import { checkCosts, checkElimination, checkPeople, readRecord } from "./check-record";
import { checkSeal, type KnownRoots } from "./check-seal";
import { failed, passed } from "./outcome";
import { PdfFault } from "./pdf-objects";
import { readJson } from "./read-json";
import { emptyReport, type Report } from "./report";
import { SEALED_FILES, type SealedApprovals, type SealedAudit, sealedApprovalsSchema, sealedAuditSchema } from "./sealed-parts";
import { attachmentsOf } from "./signature-field";

/**
 * Verifies a sealed PDF: the seal first, then everything that can be derived again from the files inside it. The files are
 * read from the very bytes that the seal covers, also when it is broken, so that the report can say more.
 * @example (await verifyPdf(bytes, { roots })).checks.every(({ ok }) => ok !== false) // true for an untouched file
 */
export async function verifyPdf(bytes: Uint8Array, { roots }: { roots: KnownRoots }): Promise<Report> {
  const { checks, file, seal } = await checkSeal(bytes, { roots });
  const report: Report = { ...emptyReport, kind: "pdf", checks, seal };
  if (file === null || checks.some(({ reason }) => reason === "no_seal")) return report;
  const parts = readParts(() => attachmentsOf(file));
  if ("fault" in parts) return { ...report, checks: [...checks, failed("attachments", parts.fault, { name: parts.name })] };
  const { recordValue, approvals, audit } = parts;
  const { check, record } = readRecord({ value: recordValue, sha256: approvals.sha256 });
  const found = {
    ...report,
    sha256: approvals.sha256,
    number: approvals.number,
    status: approvals.status,
    revision: approvals.revision,
    approvals: approvals.approvals,
  };
  const soFar = [...checks, passed("attachments"), check];
  if (record === null) return { ...found, checks: soFar };
  const { sha256, revision } = approvals;
  const worksheetId = record.worksheet.id;
  return {
    ...found,
    record,
    checks: [
      ...soFar,
      checkPeople(record, approvals.people),
      await checkApprovals({ approvals: approvals.approvals, revision, sha256, worksheetId }),
      await checkAudit({ audit, chain: worksheetId, instances: seal === null ? null : [seal.rootFingerprint, ...(roots ?? [])] }),
      checkElimination(record),
      checkCosts(record),
    ],
  };
}

type Parts = { recordValue: unknown; approvals: SealedApprovals; audit: SealedAudit } | { fault: string; name: string };

function readParts(read: () => Map<string, Uint8Array>): Parts {
  let files: Map<string, Uint8Array>;
  try {
    files = read();
  } catch (error) {
    if (error instanceof PdfFault) return { fault: "unreadable", name: "" };
    throw error;
  }
  const missing = Object.values(SEALED_FILES).find((name) => !files.has(name));
  if (missing !== undefined) return { fault: "missing", name: missing };
  const json = (name: string): unknown => {
    const read = readJson(files.get(name) ?? new Uint8Array());
    return read.ok ? read.value : undefined;
  };
  const [approvals, audit] = [
    sealedApprovalsSchema.safeParse(json(SEALED_FILES.approvals)),
    sealedAuditSchema.safeParse(json(SEALED_FILES.audit)),
  ];
  if (!approvals.success) return { fault: "wrong_shape", name: SEALED_FILES.approvals };
  if (!audit.success) return { fault: "wrong_shape", name: SEALED_FILES.audit };
  return { recordValue: json(SEALED_FILES.record), approvals: approvals.data, audit: audit.data };
}

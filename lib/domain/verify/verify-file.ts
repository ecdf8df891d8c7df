import { z } from "zod";
import { recordExportSchema } from "../record/export-json";
import { checkApprovals } from "./check-approvals";
import { checkExportSignature } from "./check-audit";
import { checkCosts, checkElimination, checkPeople, readRecord } from "./check-record";
import type { KnownRoots } from "./check-seal";
import { failed, passed, unknown } from "./outcome";
import { readJson } from "./read-json";
import { emptyReport, type Report } from "./report";
import { exportedAuditSchema } from "./sealed-parts";
import { surroundingsHash } from "./surroundings-hash";
import { verifyPdf } from "./verify-pdf";

/**
 * Verifies what somebody brought: a sealed PDF or an exported `record.json`, told by its first bytes. Runs anywhere with
 * Web Crypto: on the server, in the offline page and in a script.
 * @example (await verifyFile(bytes, { roots: null })).kind // "pdf"
 */
export async function verifyFile(bytes: Uint8Array, { roots }: { roots: KnownRoots }): Promise<Report> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
  if (head.startsWith("%PDF-")) return verifyPdf(bytes, { roots });
  if (!/^(ï»¿)?\s*\{/u.test(head)) return { ...emptyReport, checks: [failed("file", bytes.length === 0 ? "empty" : "unknown_kind")] };
  const read = readJson(bytes);
  if (!read.ok) return { ...emptyReport, kind: "json", checks: [failed("file", read.reason)] };
  return verifyExport(read.value, { roots, size: bytes.length });
}

/** What surrounds the record; the head of the chain is read by its own schema, and not twice. */
const shellSchema = recordExportSchema.omit({ record: true, audit: true }).extend({ audit: z.unknown() });

async function verifyExport(value: unknown, { roots, size }: { roots: KnownRoots; size: number }): Promise<Report> {
  const shell = shellSchema.safeParse(withoutRecord(value));
  if (!shell.success) return { ...emptyReport, kind: "json", checks: [failed("file", "unknown_kind")] };
  const { sha256, people, approvals, audit, status, number } = shell.data;
  const { check, record } = readRecord({ value: (value as { record?: unknown }).record, sha256 });
  const signed = exportedAuditSchema.safeParse(audit);
  const report: Report = { ...emptyReport, kind: "json", sha256, number, status, approvals, record };
  if (!signed.success) return { ...report, checks: [passed("file", { bytes: size }), failed("seal", "no_seal"), check] };
  const vouched = await checkExportSignature(signed.data.checkpoint, {
    sha256,
    surroundings: surroundingsHash({ people, approvals, status, number }),
  });
  const content =
    record === null
      ? []
      : [
          checkPeople(record, people),
          await checkApprovals({ approvals, revision: null, sha256, worksheetId: record.worksheet.id }),
          checkElimination(record),
          checkCosts(record),
        ];
  return { ...report, checks: [passed("file", { bytes: size }), vouched.check, whose(vouched.instance, roots), check, ...content] };
}

function whose(instance: string | null, roots: KnownRoots) {
  const params = { fingerprint: instance ?? "" };
  if (roots === null) return unknown("certificate", "compare", params);
  return instance !== null && roots.includes(instance) ? passed("certificate", params) : failed("certificate", "foreign_root", params);
}

function withoutRecord(value: unknown): unknown {
  const { record: _record, ...rest } = value as { record?: unknown };
  return rest;
}

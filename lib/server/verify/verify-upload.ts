import "server-only";
import { createHash } from "node:crypto";
import type { Messages } from "@/lib/domain/messages/format";
import type { Locale } from "@/lib/domain/messages/locales";
import type { DecisionRecord } from "@/lib/domain/record/schema";
import { noted, passed, unknown } from "@/lib/domain/verify/outcome";
import { reportInWords } from "@/lib/domain/verify/report-in-words";
import type { Check, VerifyReply } from "@/lib/domain/verify/schema";
import { db } from "../db/client";
import { readLife } from "../decision/read-life";
import { listInstanceCertificates } from "../seal/instance-key";
import { runTask } from "../thread/run-task";

type Words = { messages: Messages; locale: Locale };

/** The verdict on a file that somebody brought: what the file itself proves, and whether it still stands here. Not kept. */
export async function verifyUpload(bytes: Uint8Array, words: Words): Promise<VerifyReply & { record?: DecisionRecord }> {
  const file = { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
  const roots = (await listInstanceCertificates()).map(({ rootFingerprint }) => rootFingerprint);
  const report = await runTask("verifyFile", { bytes, roots });
  // Only a record that holds is looked up; of anything else this instance knows nothing.
  const isOurs = report.sha256 !== null && report.checks.every(({ ok }) => ok !== false);
  const checks = isOurs ? [...report.checks, await currentCheck(report.sha256 ?? "")] : report.checks;
  return reportInWords({ report: { ...report, checks }, file, ...words });
}

async function currentCheck(sha256: string): Promise<Check> {
  const revision = await db().revision.findFirst({ where: { sha256 }, orderBy: { at: "desc" } });
  if (revision === null) return unknown("current", "not_here");
  const { worksheetId, n, status } = revision;
  if (status === "accepted") return standing(worksheetId);
  if (status === "proposed" || status === "rejected") return noted("current", status);
  const later = await db().revision.findFirst({
    where: { worksheetId, n: { gt: n }, decidedAt: { not: null }, number: { not: null } },
    orderBy: { n: "desc" },
  });
  if (later?.decidedAt) return noted("current", "superseded", { at: later.decidedAt.toISOString().slice(0, 10) });
  return noted("current", "withdrawn");
}

/** The revision stands; the decision may be replaced by that of another worksheet or called deprecated, which no revision says. */
async function standing(worksheetId: string): Promise<Check> {
  const { status } = await readLife(worksheetId);
  if (status === "superseded") return noted("current", "replaced");
  return status === "deprecated" ? noted("current", "deprecated") : passed("current");
}

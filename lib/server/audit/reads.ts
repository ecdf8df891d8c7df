import "server-only";
import { projectAudit } from "@/lib/domain/audit/project-audit";
import type { AuditExport } from "@/lib/domain/audit/schema";
import { AppError } from "@/lib/domain/errors";
import type { WorksheetAccess } from "../access";
import { readAuditRows } from "../seal/audit-rows";
import { signExport } from "../seal/checkpoints";
import { readWorksheet } from "../worksheet/reads";

/** The history of a worksheet as this viewer may have it. Complete, with a signed head, while or after a decision stands. */
export async function readAudit(access: WorksheetAccess): Promise<AuditExport> {
  if (access.role === "approver") throw new AppError("forbidden", "Approvers see frozen revisions, not the workshop.");
  const chain = access.worksheetId;
  const [view, rows] = await Promise.all([readWorksheet(access), readAuditRows(chain)]);
  // While a revision stands nobody can save, and whoever sees it sees everybody's answers in it.
  const isComplete = view.isFrozen && view.revisions.length > 0;
  const names = new Map(view.members.map(({ id, name }) => [id, name]));
  const acts = projectAudit({ rows, names, isComplete });
  const last = rows.at(-1);
  if (!isComplete || last === undefined) return { chain, isComplete, acts, rows: null, checkpoint: null };
  return { chain, isComplete, acts, rows, checkpoint: await signExport({ chain, seq: last.seq, head: last.hash, subject: null }) };
}

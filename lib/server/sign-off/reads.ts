import "server-only";
import { adrFileName, datedFileName } from "@/lib/domain/adr/file-name";
import type { AdrLink, AdrRelations } from "@/lib/domain/adr/schema";
import { dayIn } from "@/lib/domain/day-in";
import type { RelatedRecord } from "@/lib/domain/decision/desk";
import { AppError } from "@/lib/domain/errors";
import { type AdrStatus, adrStatusSchema, namedPersonSchema, type RecordExport } from "@/lib/domain/record/export-json";
import { recordSchema } from "@/lib/domain/record/schema";
import { type PasskeyProof, passkeyProofSchema } from "@/lib/domain/sign-off/passkey-proof";
import { type ApprovalStatement, approvalStatementSchema } from "@/lib/domain/sign-off/statement";
import type { WorksheetAccess } from "../access";
import { db } from "../db/client";
import { readLife } from "../decision/read-life";
import { linksToImports } from "../log/replaced-imports";
import { readWorksheet } from "../worksheet/reads";

export type FrozenRevision = RecordExport & {
  n: number;
  frozenAt: string;
  decidedAt: string | null;
  canonical: string;
  audit: { seq: string; hash: string } | null;
};

/** What the log says of a record beside its own file: replaced, deprecated, and what it replaces. */
export async function readStanding(access: WorksheetAccess, status: AdrStatus): Promise<{ status: AdrStatus; relations: AdrRelations }> {
  const life = await readLife(access.worksheetId);
  const isLive = status === "accepted" && (life.status === "deprecated" || life.status === "superseded");
  const replaced = life.supersedes.map((one) => ({ ...one, isAccepted: one.number !== null }));
  return {
    status: isLive ? life.status : status,
    relations: {
      supersededBy: await linksTo(life.supersededBy),
      supersedes: [...(await linksTo(replaced)), ...(await linksToImports(life.supersedesImports))],
    },
  };
}

/** By the names that their files have: numbered, and dated where a form names files by day. */
async function linksTo(related: readonly RelatedRecord[]): Promise<AdrLink[]> {
  const shown = related.filter((one) => one.isAccepted && !one.isGone);
  const decided = await db().revision.findMany({
    where: { worksheetId: { in: shown.map((one) => one.worksheetId) }, number: { not: null }, decidedAt: { not: null } },
    orderBy: { n: "asc" },
    select: { worksheetId: true, decidedAt: true, worksheet: { select: { timeZone: true } } },
  });
  const days = new Map(
    decided.flatMap(({ worksheetId, decidedAt, worksheet }) =>
      decidedAt === null ? [] : [[worksheetId, dayIn(decidedAt.toISOString(), worksheet.timeZone)] as const],
    ),
  );
  return shown.map(({ worksheetId, number, title, isPartial, note }) => {
    const datedName = datedFileName(days.get(worksheetId) ?? null, title);
    return { number, title, isPartial, note, fileName: adrFileName(number, title), datedName };
  });
}

/** One frozen revision, for everybody who may open the worksheet once it was revealed, approvers included. */
export async function readRevision(access: WorksheetAccess, n: number | "latest"): Promise<FrozenRevision> {
  const row = await db().revision.findFirst({
    where: { worksheetId: access.worksheetId, ...(n === "latest" ? {} : { n }) },
    orderBy: { n: "desc" },
  });
  if (row === null) throw new AppError("not_found", "No revision was frozen yet.");
  const [view, head] = await Promise.all([
    readWorksheet(access),
    db().auditEvent.findFirst({ where: { chain: access.worksheetId }, orderBy: { seq: "desc" }, select: { seq: true, hash: true } }),
  ]);
  // Somebody who answers blind after the reveal sees no record either: it holds everybody's answers.
  if (!view.revisions.some((revision) => revision.n === row.n)) throw new AppError("not_revealed", "Finish your own answers first.");
  const said = await saidOf(access.worksheetId, row.n);
  const approvals = view.approvals
    .filter((approval) => approval.revision === row.n)
    .map(({ approverId, ...approval }) => ({ ...approval, ...said.get(approverId) }));
  return {
    n: row.n,
    frozenAt: row.at.toISOString(),
    canonical: row.canonical,
    record: recordSchema.parse(JSON.parse(row.canonical)),
    sha256: row.sha256,
    people: namedPersonSchema.array().parse(row.people),
    approvals,
    audit: head ? { seq: head.seq.toString(), hash: head.hash } : null,
    status: adrStatusSchema.parse(row.status),
    number: row.number,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

/** What each approver said and what their passkey signed, by approver. */
export async function saidOf(
  worksheetId: string,
  n: number,
): Promise<Map<string, { statement?: ApprovalStatement; proof?: PasskeyProof }>> {
  const rows = await db().approval.findMany({ where: { worksheetId, n }, select: { approverId: true, statement: true, proof: true } });
  return new Map(
    rows.map(({ approverId, statement, proof }) => [
      approverId,
      {
        ...(statement === "" ? {} : { statement: approvalStatementSchema.parse(JSON.parse(statement)) }),
        ...(proof === null ? {} : { proof: passkeyProofSchema.parse(proof) }),
      },
    ]),
  );
}

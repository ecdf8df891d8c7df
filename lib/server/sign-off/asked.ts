import "server-only";
import { AppError } from "@/lib/domain/errors";
import { decideRevision, type GivenVerdict, mayAnswer } from "@/lib/domain/sign-off/decide";
import { DEFAULT_RULE, type SignOffRule } from "@/lib/domain/sign-off/rule";
import { verdictSchema } from "@/lib/domain/worksheet/schema";
import type { Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { replaceReopened } from "../decision/reopened";
import { newId } from "../ids";
import { enqueueSeals } from "../seal/seal-job";
import { takeNextNumber } from "../spaces/numbers";
import { watchRecord } from "../triggers/watch";
import { emitEvent } from "../webhooks/emit";
import { refuse } from "./refuse";

type RuleRow = { required: number | null; inOrder: boolean; deadline: Date | null };

/** The rule that counts: the standing revision's own, else the one that the next revision will get. */
export function ruleOf(row: RuleRow | null): SignOffRule {
  return row === null ? DEFAULT_RULE : { required: row.required, inOrder: row.inOrder, deadline: row.deadline?.toISOString() ?? null };
}

/** Who is asked now, by place. */
export async function askedApprovers(tx: Tx, worksheetId: string): Promise<{ id: string; place: number }[]> {
  return tx.approver.findMany({
    where: { worksheetId, removedAt: null, delegatedAt: null },
    orderBy: [{ place: "asc" }, { createdAt: "asc" }],
    select: { id: true, place: true },
  });
}

export async function givenVerdicts(tx: Tx, { worksheetId, n }: { worksheetId: string; n: number }): Promise<GivenVerdict[]> {
  const rows = await tx.approval.findMany({ where: { worksheetId, n }, select: { approverId: true, verdict: true } });
  return rows.map(({ approverId, verdict }) => ({ approverId, verdict: verdictSchema.parse(verdict) }));
}

/** The revision that is open for answers, with the hash that was read. Callers hold the worksheet's lock. */
export async function openRevision(tx: Tx, { worksheetId, n, sha256 }: { worksheetId: string; n: number; sha256: string }) {
  const revision = await tx.revision.findUnique({ where: { worksheetId_n: { worksheetId, n } } });
  if (revision === null) throw new AppError("not_found", "No such revision.");
  if (revision.status !== "proposed") throw refuse("decided");
  if (revision.sha256 !== sha256)
    throw new AppError("stale_version", "This is not the revision you read.", { detail: { current: revision.sha256 } });
  return revision;
}

/** Refuses by name whoever may not answer now. */
export async function refuseUnasked(
  tx: Tx,
  { revision, approverId }: { revision: RuleRow & { worksheetId: string; n: number }; approverId: string },
): Promise<Date> {
  const now = await databaseNow(tx);
  const turn = mayAnswer({
    approverId,
    approvers: await askedApprovers(tx, revision.worksheetId),
    approvals: await givenVerdicts(tx, revision),
    rule: ruleOf(revision),
    now: now.toISOString(),
  });
  if (!turn.ok) throw refuse(turn.reason);
  return now;
}

/** Decides the standing revision by what was answered, and gives it its number when it is accepted. */
export async function settle(
  tx: Tx,
  { worksheetId, n }: { worksheetId: string; n: number },
): Promise<"proposed" | "accepted" | "rejected"> {
  const revision = await tx.revision.findUniqueOrThrow({ where: { worksheetId_n: { worksheetId, n } } });
  const status = decideRevision({
    approvers: await askedApprovers(tx, worksheetId),
    approvals: await givenVerdicts(tx, { worksheetId, n }),
    required: revision.required,
  });
  if (status !== "accepted" && status !== "rejected") return "proposed";
  // A decision that was changed and accepted again keeps its number.
  const number = status === "accepted" ? await numberFor(tx, worksheetId) : null;
  await tx.revision.update({
    where: { worksheetId_n: { worksheetId, n } },
    data: { status, decidedAt: await databaseNow(tx), number },
  });
  if (status === "accepted") {
    await replaceReopened(tx, worksheetId);
    await enqueueSeals(tx, { worksheetId, n });
    await watchRecord(tx, { worksheetId, n });
    const data = { revision: n, sha256: revision.sha256 };
    await emitEvent(tx, { worksheetId, event: "decision.accepted", eventId: newId(), data });
  }
  return status;
}

async function numberFor(tx: Tx, worksheetId: string): Promise<number> {
  const where = { worksheetId, number: { not: null } };
  const earlier = await tx.revision.findFirst({ where, orderBy: { n: "desc" }, select: { number: true } });
  if (earlier !== null && earlier.number !== null) return earlier.number;
  const entry = await tx.logEntry.findUnique({ where: { worksheetId }, select: { id: true, spaceId: true, title: true } });
  if (entry !== null) return takeNextNumber(tx, { spaceId: entry.spaceId, entryId: entry.id, title: entry.title, how: "accepted" });
  const { nextNumber } = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { nextNumber: true } });
  return nextNumber;
}

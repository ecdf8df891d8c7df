import "server-only";
import { jobStateSchema } from "@/lib/domain/jobs/schema";
import { mayAnswer } from "@/lib/domain/sign-off/decide";
import type { SignOffView } from "@/lib/domain/sign-off/schema";
import { shortenAddress } from "@/lib/domain/sign-off/shorten-address";
import { approvalStatementSchema } from "@/lib/domain/sign-off/statement";
import type { WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { isMailOn } from "../mail/mailer";
import { cameBy, delegatorName } from "./approver-identity";
import { lastAsk } from "./ask-by-mail";
import { askedApprovers, givenVerdicts, ruleOf } from "./asked";
import { isPasskeyPossible } from "./passkeys";

/** How the sign-off is set up and how far it is. Addresses in full, and what became of mails, for the facilitator only. */
export async function readSignOff(access: WorksheetAccess, { origin }: { origin: string }): Promise<SignOffView> {
  return db().$transaction(async (tx) => {
    const { worksheetId } = access;
    const now = await databaseNow(tx);
    const standing = await tx.revision.findFirst({ where: { worksheetId, status: "proposed" } });
    const rule = ruleOf(standing ?? (await tx.signOffRule.findUnique({ where: { worksheetId } })));
    const isTurn = await turns(tx, { worksheetId, n: standing?.n ?? null, rule, now: now.toISOString() });
    const rows = await tx.approver.findMany({
      where: { worksheetId, removedAt: null, delegatedAt: null },
      orderBy: [{ place: "asc" }, { createdAt: "asc" }],
    });
    const isFacilitator = access.role === "facilitator";
    const approvers = await Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        place: row.place,
        delegatedBy: await delegatorName(tx, row),
        isTurn: isTurn(row.id),
        known: await knownBy(tx, row.id),
        email: row.email === null || isFacilitator ? row.email : shortenAddress(row.email),
        mail: standing === null || !isFacilitator ? null : await mailOf(tx, { worksheetId, approverId: row.id, n: standing.n }),
      })),
    );
    return {
      rule,
      isPastDeadline: rule.deadline !== null && now.getTime() > Date.parse(rule.deadline),
      isMailOn: isMailOn(),
      isPasskeyPossible: isPasskeyPossible(origin),
      approvers,
      you: {
        passkeys: await tx.passkey.count({ where: { memberId: access.memberId } }),
        cameByMail: (await cameBy(tx, access)).how === "mailed_link",
        delegate: await delegateOf(tx, access),
      },
    };
  });
}

async function knownBy(tx: Tx, approverId: string): Promise<SignOffView["approvers"][number]["known"]> {
  const latest = await tx.approval.findFirst({ where: { approverId }, orderBy: { n: "desc" }, select: { statement: true } });
  if (latest === null || latest.statement === "") return null;
  const { enrolment, mailedTo } = approvalStatementSchema.parse(JSON.parse(latest.statement));
  return { enrolment, mailedTo };
}

async function mailOf(
  tx: Tx,
  about: { worksheetId: string; approverId: string; n: number },
): Promise<SignOffView["approvers"][number]["mail"]> {
  const job = await lastAsk(tx, about);
  if (job === null) return null;
  return {
    state: jobStateSchema.parse(job.state),
    error: job.error,
    at: (job.finishedAt ?? job.createdAt).toISOString(),
    nextAttemptAt: job.state === "queued" && job.attempts > 0 ? job.runAt.toISOString() : null,
  };
}

type Standing = { worksheetId: string; n: number | null; rule: SignOffView["rule"]; now: string };

async function turns(tx: Tx, { worksheetId, n, rule, now }: Standing): Promise<(approverId: string) => boolean> {
  if (n === null) return () => false;
  const approvers = await askedApprovers(tx, worksheetId);
  const approvals = await givenVerdicts(tx, { worksheetId, n });
  return (approverId) => mayAnswer({ approverId, approvers, approvals, rule, now }).ok;
}

async function delegateOf(tx: Tx, { worksheetId, memberId }: WorksheetAccess): Promise<string | null> {
  const own = await tx.approver.findFirst({ where: { worksheetId, memberId, removedAt: null, delegatedAt: { not: null } } });
  if (own === null) return null;
  const delegate = await tx.approver.findFirst({
    where: { delegateOf: own.id, removedAt: null },
    select: { member: { select: { name: true } } },
  });
  return delegate?.member.name ?? null;
}

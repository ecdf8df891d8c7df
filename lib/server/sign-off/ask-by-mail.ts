import "server-only";
import { AppError } from "@/lib/domain/errors";
import { mayAnswer } from "@/lib/domain/sign-off/decide";
import { requireRole, type WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { isMailOn } from "../mail/mailer";
import { MAIL_JOB, queueMail } from "../mail/queue-mail";
import { writeWorksheet } from "../worksheet/transaction";
import { askedApprovers, givenVerdicts, ruleOf } from "./asked";
import { refuse } from "./refuse";

/** A double click, or two facilitators at once, is one mail. */
const PAUSE_MS = 60_000;

/** Mails an approver their own new link: an invitation the first time, then reminders. With `email` sets the address first. */
export async function askByMail(
  access: WorksheetAccess,
  { origin, ...input }: { opId: string; approverId: string; email?: string | undefined; origin: string },
) {
  requireRole(access, "facilitator");
  if (!isMailOn()) throw refuse("no_mail");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["approvals"],
    run: async (tx) => {
      const { worksheetId } = access;
      const { approverId } = input;
      const approver = await tx.approver.findFirst({ where: { id: approverId, worksheetId, removedAt: null, delegatedAt: null } });
      if (approver === null) throw new AppError("not_found", "No such approver.");
      const email = input.email ?? approver.email;
      if (email === null) throw refuse("no_address");
      const standing = await tx.revision.findFirst({ where: { worksheetId, status: "proposed" } });
      if (standing === null) throw new AppError("illegal_transition", "Freeze the decision first; there is nothing to answer yet.");
      await tx.approver.update({ where: { id: approverId }, data: { email } });
      const earlier = await lastAsk(tx, { worksheetId, approverId, n: standing.n });
      const isFresh = earlier !== null && earlier.createdAt.getTime() > (await databaseNow(tx)).getTime() - PAUSE_MS;
      if (isFresh && earlier.state !== "failed")
        return { reply: {}, event: { type: "approver_asked_already", approver: approverId, template: null } };
      const template = earlier === null ? "invitation" : "reminder";
      await queueMail(tx, { template, worksheetId, approverId, n: standing.n, origin, again: input.opId });
      return { reply: {}, event: { type: "approver_asked_by_mail", approver: approverId, template } };
    },
  });
}

/** Invites those whose turn it is, who have an address and were not asked about this revision yet. */
export async function inviteNext(tx: Tx, { worksheetId, n, origin }: { worksheetId: string; n: number; origin: string }): Promise<void> {
  if (!isMailOn()) return;
  const revision = await tx.revision.findUniqueOrThrow({ where: { worksheetId_n: { worksheetId, n } } });
  if (revision.status !== "proposed") return;
  const approvers = await askedApprovers(tx, worksheetId);
  const approvals = await givenVerdicts(tx, { worksheetId, n });
  const now = (await databaseNow(tx)).toISOString();
  for (const { id } of approvers) {
    const isAsked =
      approvals.some((approval) => approval.approverId === id) || (await lastAsk(tx, { worksheetId, approverId: id, n })) !== null;
    if (isAsked || !mayAnswer({ approverId: id, approvers, approvals, rule: ruleOf(revision), now }).ok) continue;
    await queueMail(tx, { template: "invitation", worksheetId, approverId: id, n, origin });
  }
}

/** The last invitation or reminder to somebody about one revision, or null. */
export async function lastAsk(tx: Tx, { worksheetId, approverId, n }: { worksheetId: string; approverId: string; n: number }) {
  const prefixes = ["invitation", "reminder"].map((template) => ({
    OR: [{ key: `${template}:${approverId}:${n}` }, { key: { startsWith: `${template}:${approverId}:${n}:` } }],
  }));
  return tx.job.findFirst({ where: { kind: MAIL_JOB, worksheetId, OR: prefixes }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
}

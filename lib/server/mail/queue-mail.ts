import "server-only";
import type { MailTemplate } from "@/lib/domain/mail/mail-facts";
import type { Tx } from "../db/client";
import { enqueueJob } from "../jobs/queue";
import { isMailOn } from "./mailer";

export const MAIL_JOB = "mail";

type NewMail = {
  template: MailTemplate;
  worksheetId: string;
  approverId: string;
  n: number;
  origin: string;
  /** Tells apart two mails of one kind to one person about one revision; without it there is one. */
  again?: string;
  runAt?: Date;
};

/** Queues a mail to an approver who has an address, in the transaction of the act that it tells about. Nothing without a mail server. */
export async function queueMail(tx: Tx, { worksheetId, again, runAt, ...input }: NewMail): Promise<void> {
  if (!isMailOn()) return;
  const { template, approverId, n } = input;
  const approver = await tx.approver.findFirst({ where: { id: approverId, worksheetId, removedAt: null, email: { not: null } } });
  if (approver === null) return;
  const key = [template, approverId, n, ...(again === undefined ? [] : [again])].join(":");
  await enqueueJob(tx, { kind: MAIL_JOB, key, worksheetId, input, ...(runAt === undefined ? {} : { runAt }) });
}

/** The same mail to every approver of a worksheet who has an address. */
export async function queueMailToApprovers(tx: Tx, { worksheetId, ...mail }: Omit<NewMail, "approverId">): Promise<void> {
  const approvers = await tx.approver.findMany({ where: { worksheetId, removedAt: null, delegatedAt: null } });
  for (const { id: approverId } of approvers) await queueMail(tx, { worksheetId, approverId, ...mail });
}

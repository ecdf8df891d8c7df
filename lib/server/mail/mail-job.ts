import "server-only";
import { z } from "zod";
import type { SignedCheckpoint } from "@/lib/domain/audit/checkpoint";
import { composeMail } from "@/lib/domain/mail/compose-mail";
import { MAIL_TEMPLATES, type MailFacts } from "@/lib/domain/mail/mail-facts";
import type { Locale } from "@/lib/domain/messages/locales";
import { shortenAddress } from "@/lib/domain/sign-off/shorten-address";
import { assuranceSchema, verdictSchema, worksheetViewSchema } from "@/lib/domain/worksheet/schema";
import { db } from "../db/client";
import { newId, newLinkToken } from "../ids";
import { type JobAttempt, type JobOutcome, jobKind } from "../jobs/job-kind";
import { documentMessages } from "../messages";
import { CHECKPOINT_FILE, checkpointAt } from "../seal/checkpoints";
import { namedFailure } from "../seal/named-failure";
import { MailRefused, sendMail } from "./mailer";
import { MAIL_JOB } from "./queue-mail";

const inputSchema = z.object({ template: z.enum(MAIL_TEMPLATES), approverId: z.uuid(), n: z.number().int(), origin: z.url() });
type Input = z.infer<typeof inputSchema>;

/**
 * Sends one mail. A personal link is made here, at the moment of sending: its token goes into the message and nowhere
 * else, the database gets its hash, and no reply, log or queue ever holds it (docs/decisions/0014).
 */
export const mailJob = jobKind<Input>({
  name: MAIL_JOB,
  input: inputSchema,
  changed: ["approvals"],
  run: async (input, attempt) => {
    const found = await findFacts(input, attempt);
    if (found === null) return { result: { skipped: true } };
    const { signed, ...rest } = found;
    const sending = { attempt, ...rest };
    const needsLink = (input.template === "invitation" || input.template === "reminder") && found.approver.role === "approver";
    return needsLink ? sendWithLink(sending) : send({ ...sending, signed });
  },
});

type Recipient = { memberId: string; name: string; role: string; email: string };
type Sending = { attempt: JobAttempt; facts: MailFacts; approver: Recipient; language: Locale; signed?: SignedCheckpoint | null };

async function send({ attempt, facts, approver, language, signed = null }: Sending): Promise<JobOutcome> {
  const letter = composeMail({ facts, messages: documentMessages(language), locale: language });
  const attachments =
    signed === null ? [] : [{ filename: CHECKPOINT_FILE, contentType: "application/x-ndjson", content: `${JSON.stringify(signed)}\n` }];
  const to = { name: approver.name, address: approver.email };
  await sendMail({ ...letter, attachments, to, instance: facts.instance, id: attempt.jobId });
  return { result: { sent: true } };
}

async function sendWithLink(sending: Omit<Sending, "signed">): Promise<JobOutcome> {
  const { attempt, facts, approver } = sending;
  const { token, hash } = newLinkToken("approver");
  const id = newId();
  const { worksheetId } = attempt;
  if (worksheetId === null) return { result: { skipped: true } };
  // Before the message leaves, so that the link works when it arrives, also when this process ends in between.
  const mailedTo = shortenAddress(approver.email);
  await db().link.create({ data: { id, worksheetId, kind: "approver", tokenHash: hash, memberId: approver.memberId, mailedTo } });
  try {
    return await send({ ...sending, facts: { ...facts, url: `${facts.instance}/j#${token}` } });
  } catch (error) {
    // Nobody has it. After a broken line somebody may, and then it goes on working.
    if (error instanceof MailRefused) await db().link.deleteMany({ where: { id } });
    throw error;
  }
}

/** The instance's signed word for how long the log is, to be kept where nobody here can change it. */
async function signedHead(at: { chain: string; seq: number; head: string }): Promise<SignedCheckpoint> {
  try {
    return (await checkpointAt(at)).signed;
  } catch (error) {
    throw namedFailure(error);
  }
}

/** What there is to say now, or null when it is no longer worth saying. */
async function findFacts({ template, approverId, n, origin }: Input, { worksheetId }: JobAttempt) {
  if (worksheetId === null) return null;
  const [approver, revision, worksheet, head] = await Promise.all([
    db().approver.findFirst({ where: { id: approverId, worksheetId, removedAt: null }, include: { member: true } }),
    db().revision.findUnique({ where: { worksheetId_n: { worksheetId, n } }, include: { approvals: true } }),
    db().worksheet.findFirst({ where: { id: worksheetId, deletedAt: null }, include: { members: { where: { role: "facilitator" } } } }),
    db().auditEvent.findFirst({ where: { chain: worksheetId }, orderBy: { seq: "desc" }, select: { seq: true, hash: true } }),
  ]);
  if (approver === null || approver.email === null || revision === null || worksheet === null) return null;
  const answer = revision.approvals.find((approval) => approval.approverId === approverId) ?? null;
  const isDue = {
    invitation: revision.status === "proposed" && answer === null && approver.delegatedAt === null,
    reminder: revision.status === "proposed" && answer === null && approver.delegatedAt === null,
    confirmation: answer !== null,
    review_due: revision.status === "accepted",
    number_due: revision.status === "accepted",
    event_due: revision.status === "accepted",
    pdf_ready: revision.status === "accepted",
  }[template];
  if (!isDue) return null;
  const confirms = template === "confirmation";
  const signed = head !== null && confirms ? await signedHead({ chain: worksheetId, seq: Number(head.seq), head: head.hash }) : null;
  const facts: MailFacts = {
    template,
    name: approver.member.name,
    facilitator: worksheet.members[0]?.name ?? "",
    title: worksheet.title,
    n,
    sha256: revision.sha256,
    instance: origin,
    url: `${origin}/w/${worksheetId}/sign`,
    deadline: revision.deadline?.toISOString() ?? null,
    timeZone: worksheet.timeZone,
    number: revision.number,
    answer:
      answer !== null && confirms
        ? { verdict: verdictSchema.parse(answer.verdict), level: assuranceSchema.parse(answer.assurance), at: answer.at.toISOString() }
        : null,
    checkpoint: signed === null || head === null ? null : { seq: head.seq.toString(), hash: head.hash },
  };
  const { memberId, member, email } = approver;
  const { language } = worksheetViewSchema.pick({ language: true }).parse(worksheet);
  return { facts, signed, language, approver: { memberId, name: member.name, role: member.role, email } };
}

import "server-only";
import type { Mail } from "@/lib/domain/mail/compose-mail";
import { env } from "../env";
import { JobError } from "../jobs/job-kind";

export const isMailOn = (): boolean => env().SMTP_URL !== undefined;

/** Greylisting servers want to be asked again after a few minutes, not seconds. */
const DEFERRED_S = 90;

type Letter = Mail & {
  to: { name: string; address: string };
  attachments: { filename: string; contentType: string; content: string }[];
  instance: string /** Names the message, so that a second copy is known as one. */;
  id: string;
};

/** Refused before the message was handed over: nobody can have read it. */
export class MailRefused extends JobError {}

/** Hands one message to the mail server. Failures are named; what the server said is kept out of names and logs. */
export async function sendMail({ to, instance, id, ...mail }: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) throw new MailRefused("mail_off");
  const { hostname } = new URL(instance);
  // Only once there is something to send: it would make every start slower.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(SMTP_URL, { from: MAIL_FROM ?? { name: "Shortlist", address: `no-reply@${hostname}` } });
  try {
    await transport.sendMail({
      to,
      ...mail,
      messageId: `<${id}@${hostname}>`,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } catch (error) {
    throw failureOf(error);
  } finally {
    transport.close();
  }
}

type SmtpError = { code?: unknown; responseCode?: unknown; command?: unknown };

function failureOf(cause: unknown): JobError {
  const { code, responseCode, command } = (cause ?? {}) as SmtpError;
  const status = typeof responseCode === "number" ? responseCode : 0;
  if (code === "EAUTH") return new MailRefused("mail_login", { cause });
  if (code === "ETLS") return new MailRefused("mail_tls", { cause });
  if (status >= 500) return new MailRefused(code === "EENVELOPE" ? "mail_address_refused" : "mail_refused", { isFinal: true, cause });
  if (status >= 400) return new MailRefused("mail_deferred", { retryAfterS: DEFERRED_S, cause });
  if (command === "CONN" || code === "EDNS" || code === "ECONNECTION" || code === "ESOCKET")
    return new MailRefused("mail_unreachable", { cause });
  // The line broke after the message was under way: it may have arrived.
  return new JobError("mail_interrupted", { cause });
}

import type { Verdict } from "../worksheet/schema";

export const MAIL_TEMPLATES = ["invitation", "reminder", "confirmation", "review_due", "number_due", "event_due", "pdf_ready"] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/**
 * What a mail may speak of: who, which decision, which revision, and the fingerprints of both. No answer, no section of the
 * decision, no comment has a place in here, so that none can slip into a mailbox.
 */
export type MailFacts = {
  template: MailTemplate;
  name: string;
  facilitator: string;
  title: string;
  n: number;
  sha256: string;
  instance: string;
  /** Where the button leads; a personal link in invitations and reminders. */
  url: string;
  /** ISO 8601, or null without one. */
  deadline: string | null;
  timeZone: string;
  number: number | null;
  /** The recipient's own answer, for a confirmation. */
  answer: { verdict: Verdict; level: "A" | "B" | "C"; at: string } | null;
  /** The head of the worksheet's audit chain, for a confirmation. */
  checkpoint: { seq: string; hash: string } | null;
};

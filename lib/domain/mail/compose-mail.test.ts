import { describe, expect, it } from "vitest";
import mail from "@/messages/en/mail.json";
import { composeMail } from "./compose-mail";
import { MAIL_TEMPLATES, type MailFacts } from "./mail-facts";

const facts: MailFacts = {
  template: "invitation",
  name: "Dee",
  facilitator: "Ada",
  title: "Which database?",
  n: 3,
  sha256: "9f".repeat(32),
  instance: "https://shortlist.example.org",
  url: "https://shortlist.example.org/j#a_secret",
  deadline: "2026-11-27T16:00:00.000Z",
  timeZone: "Europe/Berlin",
  number: null,
  answer: null,
  checkpoint: null,
};
const compose = (change: Partial<MailFacts> = {}) => composeMail({ facts: { ...facts, ...change }, messages: { mail }, locale: "en" });

describe("a mail", () => {
  it.each(MAIL_TEMPLATES)("of the kind %s has a subject, words and the same link in both forms, and no blank left open", (template) => {
    const { subject, text, html } = compose({ template, answer: { verdict: "approve", level: "B", at: "2026-11-20T14:02:31.000Z" } });
    expect(subject).toContain("Which database?");
    for (const form of [text, html]) {
      expect(form).toContain(facts.url);
      expect(form).toContain(facts.sha256);
      expect(form).not.toMatch(/\{\w+\}|mail\.|undefined|null/u);
    }
  });

  it("asks by when in the worksheet's zone", () => {
    expect(compose().text).toContain("Answer by: November 27, 2026 at 5:00:00 PM GMT+1");
  });

  it("confirms with what was recorded and the checkpoint of the log", () => {
    const { text } = compose({
      template: "confirmation",
      answer: { verdict: "disagree_and_commit", level: "A", at: "2026-11-20T14:02:31.000Z" },
      checkpoint: { seq: "41", hash: "ab".repeat(32) },
    });
    expect(text).toContain("is recorded: you disagree and commit.");
    expect(text).toContain(`Checkpoint of the log: event 41, ${"ab".repeat(32)}`);
    expect(text).toContain("How sure we are it was you: A, passkey");
  });

  it("cannot be given another header or tag by a title or a name", () => {
    const title = "Stores\r\nBcc: eve@example.org\u2028<script>alert(1)</script> & {n}";
    const { subject, html, text } = compose({ title, name: '"><img src=x onerror=alert(1)>' });
    expect(subject).toBe("Your approval is asked: Stores Bcc: eve@example.org <script>alert(1)</script> & {n}");
    expect(html).not.toMatch(/<script|<img/u);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; {n}");
    expect(text).not.toMatch(/^Bcc/mu);
  });
});

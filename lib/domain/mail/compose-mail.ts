import { formatMessage, type Messages } from "../messages/format";
import type { MailFacts } from "./mail-facts";

export type Mail = { subject: string; text: string; html: string };

/**
 * A mail as plain text and as HTML that says the same, from `messages/en/mail.json` in the language of `locale`. Line
 * breaks in titles and names are taken out, so that none can start a header, and HTML is escaped.
 * @example composeMail({ facts, messages, locale: "en" }).subject // "Your approval is asked: Which database?"
 */
export function composeMail({ facts, messages, locale }: { facts: MailFacts; messages: Messages; locale: string }): Mail {
  const say = sayer({ facts, messages, locale });
  const of = (key: string) => say(`${facts.template}.${key}`);
  const greeting = say("greeting");
  const lead = of("lead");
  const body = of("body");
  const isPersonal = facts.template === "invitation" || facts.template === "reminder";
  const personal = isPersonal ? [of("personal")] : [];
  const lines = factLines(facts, { say, locale });
  const footer = say("footer");
  const text = [
    greeting,
    lead,
    body,
    `${of("action")}: ${facts.url}`,
    ...personal,
    ...(lines.length === 0 ? [] : [lines.map(([label, value]) => `${label}: ${value}`).join("\n")]),
    `-- \n${footer}`,
  ].join("\n\n");
  const html = page([
    paragraph(greeting),
    paragraph(lead),
    paragraph(body),
    button(of("action"), facts.url),
    ...personal.map(paragraph),
    table(lines),
    `<p style="${SMALL}">${escapeHtml(say("linkText"))}<br><span style="word-break:break-all">${escapeHtml(facts.url)}</span></p>`,
    `<p style="${SMALL}">${escapeHtml(footer)}</p>`,
  ]);
  return { subject: of("subject"), text: `${text}\n`, html };
}

type Say = (id: string, params?: Record<string, string | number>) => string;

function sayer({ facts, messages, locale }: { facts: MailFacts; messages: Messages; locale: string }): Say {
  const { name, facilitator, title, n, instance } = facts;
  const inside = (id: string, params: Record<string, string | number>) =>
    oneLine(formatMessage(messages, { id: `mail.${id}`, params }, locale));
  const verdict = facts.answer === null ? "" : inside(`verdict.${facts.answer.verdict}`, {});
  const known = { name: oneLine(name), facilitator: oneLine(facilitator), title: oneLine(title), n: String(n), instance, verdict };
  return (id, params = {}) => inside(id, { ...known, ...params });
}

function factLines({ deadline, sha256, answer, checkpoint, number, timeZone }: MailFacts, { say, locale }: { say: Say; locale: string }) {
  const time = (iso: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone }).format(new Date(iso));
  const lines: [string, string | null][] = [
    ["number", number === null ? null : say("adrNumber", { number: String(number).padStart(4, "0") })],
    ["deadline", deadline === null || answer !== null ? null : time(deadline)],
    ["level", answer === null ? null : say(`level.${answer.level}`)],
    ["at", answer === null ? null : time(answer.at)],
    ["record", sha256],
    ["checkpoint", checkpoint === null ? null : say("checkpoint", checkpoint)],
  ];
  return lines.flatMap(([key, value]): [string, string][] => (value === null ? [] : [[say(`fact.${key}`), value]]));
}

/** Control characters and line breaks become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

const TEXT = "margin:0 0 16px;font:400 16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1c1b19";
const SMALL = "margin:16px 0 0;font:400 13px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#5f5b54";

function page(parts: string[]): string {
  const body = parts.filter((part) => part !== "").join("\n");
  return `<!doctype html>\n<html><head><meta charset="utf-8"><meta name="color-scheme" content="light"></head>\n<body style="margin:0;padding:24px;background:#fbfaf8"><div style="max-width:560px;margin:0 auto">\n${body}\n</div></body></html>\n`;
}

function paragraph(text: string): string {
  return `<p style="${TEXT}">${escapeHtml(text)}</p>`;
}

function button(label: string, url: string): string {
  const style = "display:inline-block;padding:11px 20px;border-radius:8px;background:#1f4fa3;color:#ffffff;text-decoration:none";
  return `<p style="${TEXT}"><a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a></p>`;
}

function table(lines: readonly [string, string][]): string {
  if (lines.length === 0) return "";
  const rows = lines.map(
    ([label, value]) =>
      `<tr><th scope="row" style="${SMALL};text-align:left;vertical-align:top;padding:6px 16px 6px 0;font-weight:400">${escapeHtml(label)}</th><td style="${SMALL};padding:6px 0;color:#1c1b19;word-break:break-all">${escapeHtml(value)}</td></tr>`,
  );
  return `<table style="border-collapse:collapse;border-top:1px solid #ddd9d0;width:100%">${rows.join("")}</table>`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/gu, (char) => names[char] ?? char);
}

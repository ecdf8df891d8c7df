import { formatMessage, type Messages } from "../messages/format";
import type { DecisionRecord } from "../record/schema";
import { type Report, verdictOf } from "./report";
import type { VerifyReply } from "./schema";

/** Reasons that say more than the verdict does. */
const TELLING = ["future_format", "encrypted", "truncated", "rewritten", "no_seal", "foreign_root", "not_a_pdf"];

/**
 * A report as the API sends it and every page shows it: verdict, headline, each check in words.
 * @example reportInWords({ report, file, messages, locale: "en" }).headline // "This file is unchanged and current."
 */
export function reportInWords(input: {
  report: Report;
  file: VerifyReply["file"];
  messages: Messages;
  locale: string;
}): VerifyReply & { record?: DecisionRecord } {
  const { report, file, messages, locale } = input;
  const words = (id: string) => formatMessage(messages, { id, params: {} }, locale);
  const { verdict, reasons } = verdictOf(report.checks);
  const { seal, record, sha256, number } = report;
  return {
    verdict,
    reasons,
    headline: words(`verify.headline.${headlineOf({ verdict, reasons, report })}`),
    checks: report.checks.map(({ id, ok, reason, detail }) => ({
      id,
      ok,
      reason,
      title: words(`verify.title.${id}`),
      detail: formatMessage(messages, detail, locale),
    })),
    file,
    seal,
    decision:
      record === null || sha256 === null
        ? null
        : { title: record.worksheet.title, number, sha256, ...approvedBy(verdict === "changed" ? [] : report.approvals) },
    ...(record === null ? {} : { record }),
  };
}

function approvedBy(approvals: Report["approvals"]): { by: string[]; at: string | null } {
  const counted = approvals.filter(({ isStale, verdict }) => !isStale && verdict !== "decline");
  return {
    by: counted.map(({ name }) => name),
    at:
      counted
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? null,
  };
}

function headlineOf({ verdict, reasons, report }: { verdict: VerifyReply["verdict"]; reasons: readonly string[]; report: Report }): string {
  if (verdict === "not-ours") return reasons.find((reason) => TELLING.includes(reason)) ?? verdict;
  const isNamedOnly = report.checks.some(({ id, ok }) => id === "certificate" && ok === null);
  return verdict === "valid" && isNamedOnly ? "valid-unknown" : verdict;
}

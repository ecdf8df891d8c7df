"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Candidate, TrailEntry } from "@/lib/domain/engine/schema";
import { CandidateRules } from "./candidate-rules";
import classes from "./candidate-table.module.css";
import { RuleIds } from "./rule-ids";

const UNKNOWN_SHOWN = 4;

/** One line of the table; its button opens every rule below it. */
export function CandidateRow({ candidate, columns }: { candidate: Candidate; columns: number }) {
  const t = useTranslations("shortlist");
  const [isOpen, setOpen] = useState(false);
  const { name, status, leftAt, rules } = candidate;
  const ids = (outcome: TrailEntry["outcome"]) => rules.filter((rule) => rule.outcome === outcome).map((rule) => rule.id);
  const unknown = ids("unknown");
  const rest = unknown.length - UNKNOWN_SHOWN;
  return (
    <>
      <tr data-status={status}>
        <td>
          <button
            type="button"
            className={classes.open}
            aria-expanded={isOpen}
            aria-label={t("table.expand", { name })}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden>{isOpen ? "▾" : "▸"}</span> {name}
          </button>
        </td>
        <td data-label={t("table.status")}>
          <span aria-hidden>{t(`symbol.${status}`)}</span> {t(`status.${status}`)}
        </td>
        <td data-label={t("table.leftAt")}>{leftAt === null ? "" : t(`funnel.question.${leftAt}`)}</td>
        <td data-label={t("table.rules")} className="num">
          <RuleIds ids={ids("fires")} />
        </td>
        <td data-label={t("table.unknown")} className={`num ${classes.quiet}`}>
          <RuleIds ids={unknown.slice(0, UNKNOWN_SHOWN)} />
          {rest > 0 && ` ${t("table.moreUnknown", { n: rest })}`}
        </td>
      </tr>
      {isOpen && (
        <tr className={classes.detail}>
          <td colSpan={columns}>
            <CandidateRules candidate={candidate} />
          </td>
        </tr>
      )}
    </>
  );
}

"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { tightest } from "@/lib/client/shortlist/finalists";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { findFacts } from "@/lib/domain/engine/facts";
import { RULES } from "@/lib/domain/engine/rules";
import type { Candidate, TrailEntry } from "@/lib/domain/engine/schema";
import { routes } from "@/lib/routes";
import { ComesBack } from "./comes-back";
import classes from "./compare.module.css";
import { FlipWords, Headroom } from "./flip-words";
import { Letter } from "./letter";
import { OverrideNote } from "./override-note";
import { RuleIds } from "./rule-ids";
import { Said } from "./said";
import { useShortlist } from "./shortlist-context";
import type { FactLine } from "./use-fact-lines";

type Sides = { a: Candidate; b: Candidate };

/** One line per thing that matters, first what the rules said question by question, then the facts; differences are marked. */
export function CompareTable({ a, b, facts }: Sides & { facts: readonly FactLine[] }) {
  const t = useTranslations("candidates.compare");
  const common = useTranslations("common.questions");
  const ruleStep = useRuleSteps();
  const steps = ["frame", ...QUESTION_IDS] as const;
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{t("caption")}</caption>
      <thead className="visually-hidden-narrow">
        <tr>
          <th scope="col">{t("line")}</th>
          {[a, b].map((one) => (
            <th key={one.id} scope="col">
              <Letter of={one.id} />
              {findFacts(one.id) ? <Link href={routes.system(one.id)}>{one.name}</Link> : one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line label={t("status")} a={a} b={b} draw={(one) => <StatusCell candidate={one} />} />
        <Line label={t("margin")} a={a} b={b} draw={(one) => <MarginCell candidate={one} />} />
        {steps.map((step) => (
          <Line
            key={step}
            label={step === "frame" ? t("frame") : common(step)}
            a={a}
            b={b}
            draw={(one) => <RuleCell rules={ruleStep(one, step)} />}
          />
        ))}
        {facts.map(({ label, read, isEnglish }) => {
          const [left, right] = [read(a.id), read(b.id)];
          const lang = isEnglish ? "en" : undefined;
          return (
            <tr key={label} data-differs={left !== right ? true : undefined}>
              <th scope="row">
                {label} {left !== right && <span className="muted">{t("differs")}</span>}
              </th>
              <td data-label={a.name} lang={left === null ? undefined : lang}>
                {left ?? t("unknown")}
              </td>
              <td data-label={b.name} lang={right === null ? undefined : lang}>
                {right ?? t("unknown")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Line({ label, a, b, draw }: Sides & { label: string; draw: (candidate: Candidate) => ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {[a, b].map((one, side) => (
        // Both sides may hold the same candidate.
        <td key={side === 0 ? "a" : "b"} data-label={one.name}>
          {draw(one)}
        </td>
      ))}
    </tr>
  );
}

function StatusCell({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("shortlist");
  const { status, leftAt } = candidate;
  return (
    <>
      <span aria-hidden>{t(`symbol.${status}`)}</span> {t(`status.${status}`)}
      {leftAt !== null && ` · ${t(`funnel.question.${leftAt}`)}`}
      <OverrideNote candidateId={candidate.id} />
      <ComesBack candidate={candidate} />
    </>
  );
}

function MarginCell({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("shortlist.card");
  const { evaluation } = useShortlist();
  const margin = tightest(evaluation.flips.filter(({ removes, headroom }) => headroom !== null && removes.includes(candidate.id)));
  if (margin === null) return t("marginNone");
  return (
    <>
      <FlipWords flip={margin} />
      <Headroom flip={margin} />
    </>
  );
}

function RuleCell({ rules }: { rules: readonly TrailEntry[] }) {
  const t = useTranslations("candidates.compare");
  const shortlist = useTranslations("shortlist.rule");
  if (rules.length === 0) return <span className="muted">{t("nothing")}</span>;
  return (
    <ul className={classes.rules}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <b>{rule.outcome === "unknown" ? shortlist("unknown") : shortlist(`effect.${rule.effect}`)}</b> <Said text={rule.text} />{" "}
          <RuleIds ids={[rule.id]} />
        </li>
      ))}
    </ul>
  );
}

/** Rules by the question that asks what they read: that fired, and that could have removed but could not be told. */
function useRuleSteps() {
  return (candidate: Candidate, step: string) =>
    candidate.rules.filter((rule) => {
      const isTold = rule.outcome === "fires" || (rule.outcome === "unknown" && rule.effect === "ELIM");
      return isTold && stepOf(rule.id) === step;
    });
}

const STEPS = new Map<string, string>(RULES.map((rule) => [rule.id, rule.step]));

function stepOf(ruleId: string): string {
  return STEPS.get(ruleId) ?? "frame";
}

"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { findField } from "@/lib/domain/answers/fields";
import { routes } from "@/lib/routes";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** Warnings about the whole, questions back to the team, and the blanks that a rule would have read. */
export function OpenPoints() {
  const t = useTranslations("shortlist");
  const { evaluation, view, words } = useShortlist();
  const { warnings, questions, openAssumptions } = evaluation;
  const general = warnings.filter((warning) => warning.candidate === null);
  return (
    <>
      {general.length > 0 && (
        <section className={classes.section}>
          <h2>{t("warnings.heading")}</h2>
          <ul className={classes.lines}>
            {general.map((warning) => (
              <li key={warning.id}>
                {words.say(warning.text)} <span className="muted">{warning.id}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(questions.length > 0 || openAssumptions.length > 0) && (
        <section className={classes.section}>
          <h2>{t("open.heading")}</h2>
          {questions.length > 0 && (
            <ul className={classes.lines} aria-label={t("open.questions")}>
              {questions.map((question) => (
                <li key={`${question.id} ${question.candidate ?? ""} ${question.field ?? ""}`}>
                  {words.say(question.text)} <span className="muted">{question.id}</span>
                </li>
              ))}
            </ul>
          )}
          {openAssumptions.length > 0 && (
            <details>
              <summary>{t("open.assumptions", { n: openAssumptions.length })}</summary>
              <p className="quiet">{t("open.body")}</p>
              <ul className={classes.lines}>
                {openAssumptions.map(({ field, rules }) => (
                  <li key={field}>
                    <FieldLink worksheetId={view.id} path={field} label={words.field(field)} />{" "}
                    <span className="muted">
                      {rules.slice(0, 6).join(", ")}
                      {rules.length > 6 && ` ${t("funnel.more", { n: rules.length - 6 })}`}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </>
  );
}

function FieldLink({ worksheetId, path, label }: { worksheetId: string; path: string; label: string }) {
  const question = findField(path)?.question ?? null;
  return <Link href={question === null ? routes.worksheet(worksheetId) : routes.step(worksheetId, question)}>{label}</Link>;
}

"use client";

import { useTranslations } from "use-intl";
import type { QuestionId } from "@/lib/domain/answers/schema";
import classes from "./answer-screen.module.css";

/** Beside the question on wide screens. */
export function WhyAside({ question }: { question: QuestionId }) {
  const t = useTranslations();
  return (
    <aside className={classes.aside} aria-label={t("answers.whyWeAsk")}>
      <h2>{t("answers.whyWeAsk")}</h2>
      <p>{t(`fields.questions.${question}.whyWeAsk`)}</p>
      <h2>{t("answers.whatHappens")}</h2>
      <p>{t(`fields.questions.${question}.whatHappens`)}</p>
    </aside>
  );
}

/** The same, folded, where there is no room beside. */
export function WhyFolded({ question }: { question: QuestionId }) {
  const t = useTranslations();
  return (
    <details className={classes.folded}>
      <summary>{t("answers.whyWeAsk")}</summary>
      <p>{t(`fields.questions.${question}.whyWeAsk`)}</p>
      <p>{t(`fields.questions.${question}.whatHappens`)}</p>
    </details>
  );
}

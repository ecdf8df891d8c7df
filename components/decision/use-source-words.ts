"use client";

import { useTranslations } from "use-intl";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";

/** Where a sentence comes from, in words: `scale` is "from step 3, Scale". */
export function useSourceWords() {
  const t = useTranslations("decision.suggest");
  const tQuestion = useTranslations("common.questions");
  return (source: string) => {
    const question = QUESTION_IDS.find((id) => id === source);
    if (question) return t("from", { source: t("step", { n: QUESTION_IDS.indexOf(question) + 1, name: tQuestion(question) }) });
    return t("from", { source: t.has(source) ? t(source) : source });
  };
}

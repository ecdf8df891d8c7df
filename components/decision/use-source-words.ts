"use client";

import { useTranslations } from "use-intl";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";

/** Where a sentence comes from, in words: `scale` is "from step 3, Scale". */
export function useSourceWords() {
  const t = useTranslations("decision.suggest");
  const tQuestion = useTranslations("common.questions");
  return (source: string) => {
    const step = QUESTION_IDS.findIndex((question) => question === source);
    if (step >= 0) return t("from", { source: t("step", { n: step + 1, name: tQuestion(source) }) });
    return t("from", { source: t.has(source) ? t(source) : source });
  };
}

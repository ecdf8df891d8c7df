"use client";

import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import type { Impact, Outcome } from "@/lib/domain/impact/schema";
import { useWords } from "./use-words";

const MOST_NAMED = 3;

/** Turns changes of the shortlist into words. */
export function useListWords(impact: Impact) {
  const t = useTranslations("differences.why");
  const format = useFormatter();
  const words = useWords();
  return useMemo(() => {
    const systems = (ids: readonly string[]) => format.list(ids.map((id) => impact.names[id] ?? id));
    const change = ({ adds, removes, list }: Pick<Outcome, "adds" | "removes"> & { list?: readonly string[] }): string => {
      const params = { gone: systems(removes), goneCount: removes.length, come: systems(adds), comeCount: adds.length };
      const kind = list?.length === 0 ? "nothing" : changeKind(params);
      return t(`change.${kind}`, params);
    };
    const list = (ids: readonly string[]) => (ids.length === 0 ? t("nothing") : systems(ids));
    /** Who is meant, with the number of people for the verb. */
    const people = ({ memberIds }: Outcome) =>
      memberIds.length > MOST_NAMED ? t("people", { n: memberIds.length }) : words.names(memberIds);
    const values = (field: WorksheetField, { values: given }: Outcome): string => {
      const numbers = given.filter((value) => typeof value === "number");
      const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
      if (numbers.length > 1) return t("range", { low: words.amount(field.def, low), high: words.amount(field.def, high) });
      const texts = given.map((value) =>
        typeof value === "number" ? words.amount(field.def, value) : t("quoted", { value: words.value(field.def, value) }),
      );
      return texts.length > MOST_NAMED ? t("theirs") : format.list(texts, { type: "disjunction" });
    };
    return { change, list, people, values };
  }, [impact, t, format, words]);
}

/** Of a list that is not the same any more. */
export function changeKind({ goneCount, comeCount }: { goneCount: number; comeCount: number }): "both" | "gone" | "come" {
  if (goneCount > 0 && comeCount > 0) return "both";
  return goneCount > 0 ? "gone" : "come";
}

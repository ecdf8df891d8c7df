"use client";

import { useLocale, useTranslations } from "use-intl";
import type { FieldDef } from "@/lib/domain/answers/fields";
import { formatAmount } from "@/lib/domain/answers/parse-number";
import type { AnswerView } from "@/lib/domain/worksheet/schema";

type Said = { value: AnswerView["value"]; isUnknown: boolean };

/** An answer in words, for sentences such as "Your first answer: 1,500 per second". Blanks read "nothing". */
export function useAnswerText(): (field: FieldDef, said: Said) => string {
  const t = useTranslations();
  const locale = useLocale();
  return (field, { value, isUnknown }) => {
    if (isUnknown) return t("answers.dontKnow");
    if (value === null) return t("answers.nothing");
    if (typeof value === "number") return amount(field, value);
    if (Array.isArray(value)) return value.map((item) => word(field, item)).join(", ");
    if (typeof value === "object") return t("answers.experience.kinds", { count: Object.keys(value).length });
    return word(field, value);
  };

  function amount(field: FieldDef, value: number): string {
    const shown = formatAmount(value, locale);
    return field.unit === null ? shown : t("answers.withUnit", { value: shown, unit: t(`fields.unitsLong.${field.unit}`) });
  }

  function word(field: FieldDef, value: unknown): string {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return field.options.includes(text) ? t(`fields.${field.path}.options.${text}`) : text;
  }
}

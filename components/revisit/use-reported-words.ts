"use client";

import { useFormatter, useTranslations } from "use-intl";
import { findField } from "@/lib/domain/answers/fields";

/** Reported numbers in words: by their field where they are one, else as the record calls them. */
export function useReportedWords() {
  const t = useTranslations("fields");
  const format = useFormatter();
  return {
    name: (metric: string): string => {
      const row = metric.split(".").at(-1) ?? "";
      if (metric.startsWith("scale.now.") && t.has(`rows.${row}`)) return t(`rows.${row}`);
      return t.has(`${metric}.label`) ? t(`${metric}.label`) : metric;
    },
    amount: ({ metric, unit, value }: { metric: string; unit: string; value: number }): string => {
      const known = findField(metric)?.unit;
      return known ? t(`amounts.${known}`, { n: value }) : `${format.number(value)} ${unit}`.trim();
    },
  };
}

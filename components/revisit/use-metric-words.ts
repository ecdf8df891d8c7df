"use client";

import { useFormatter, useTranslations } from "use-intl";
import { findField } from "@/lib/domain/answers/fields";
import { toSignificant } from "@/lib/domain/disagreement/rounding";
import type { Metric } from "@/lib/domain/review/schema";

/** Metrics and their amounts in words. */
export function useMetricWords() {
  const t = useTranslations("fields");
  const format = useFormatter();
  const amount = (metric: Metric, value: number): string => {
    const unit = findField(`scale.now.${metric}`)?.unit;
    return unit ? t(`amounts.${unit}`, { n: value }) : format.number(value);
  };
  return {
    name: (metric: Metric) => t(`rows.${metric}`),
    amount,
    /** Two digits are all that an estimate between two years is worth. */
    about: (metric: Metric, value: number) => amount(metric, toSignificant(value, 2)),
    /** The same without its unit, for a range whose unit was said beside it. */
    bound: (value: number) => format.number(toSignificant(value, 2)),
    unit: (metric: Metric) => t(`units.${findField(`scale.now.${metric}`)?.unit ?? "count"}`),
    percent: (growth: number) => format.number(growth - 1, { style: "percent", maximumFractionDigits: 1 }),
    times: (ratio: number) => format.number(toSignificant(ratio, 2)),
  };
}

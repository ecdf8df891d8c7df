"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useDesignWord } from "@/lib/client/costs/design-word";
import { toSignificant } from "@/lib/domain/disagreement/rounding";
import type { ReviewResult, ReviewRow } from "@/lib/domain/review/schema";
import classes from "./revisit.module.css";
import { useMetricWords } from "./use-metric-words";

/** When, at the growth seen so far, the list or the cheaper design becomes another. */
export function Ahead({ result }: { result: ReviewResult }) {
  const t = useTranslations("revisit.ahead");
  const format = useFormatter();
  const words = useMetricWords();
  const word = useDesignWord();
  const lines = [...result.rows.flatMap((row) => row.thresholds.slice(0, 1).map((threshold) => rowLine(row, threshold))), ...loadLines()];
  return (
    <section aria-labelledby="ahead-title">
      <h2 id="ahead-title" className={classes.heading}>
        {t("title")}
      </h2>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length === 0 && <li>{t("none")}</li>}
      </ul>
    </section>
  );

  function rowLine({ metric, monthlyGrowth }: ReviewRow, { at, months }: ReviewRow["thresholds"][number]): string {
    const params = { metric: words.name(metric), at: words.amount(metric, at) };
    if (months === null || monthlyGrowth === null) return t("flat", params);
    return t("months", { ...params, percent: words.percent(monthlyGrowth), months: Math.ceil(months) });
  }

  /** The last crossing behind and the next one ahead say it all. */
  function loadLines(): string[] {
    const { load, costs } = result;
    if (!load) return [];
    const named = (name: string) => word(costs.find((row) => row.name === name)?.id ?? "") ?? name;
    const next = load.crossings.find(({ months }) => months !== 0);
    const past = load.crossings.findLast(({ months }) => months === 0);
    const params = ({ at, before, after }: (typeof load.crossings)[number]) => ({
      at: format.number(toSignificant(at, 3)),
      before: named(before),
      after: named(after),
    });
    const { monthlyGrowth } = load;
    const ahead = () => {
      if (!next) return [];
      if (next.months === null || monthlyGrowth === null) return [t("loadFlat", params(next))];
      return [t("load", { ...params(next), percent: words.percent(monthlyGrowth), months: Math.ceil(next.months) })];
    };
    return [...(past ? [t("loadPast", params(past))] : []), ...ahead()];
  }
}

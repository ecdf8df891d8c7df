"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { FiredTrigger } from "@/lib/domain/triggers/schema";
import classes from "./due-notice.module.css";
import { useReportedWords } from "./use-reported-words";

/** Why the decision waits for another look: days that came, numbers that passed their line. */
export function DueNotice({ due }: { due: readonly FiredTrigger[] }) {
  const t = useTranslations("revisit.due");
  const format = useFormatter();
  const words = useReportedWords();
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "long", timeZone: "UTC" });
  if (due.length === 0) return null;
  return (
    <section className={classes.notice} aria-labelledby="due-title">
      <h2 id="due-title" className={classes.title}>
        <span aria-hidden="true">◷</span> {t("title")}
      </h2>
      <ul className={classes.lines}>
        {due.map((one) => (
          <li key={one.id}>{lineOf(one)}</li>
        ))}
      </ul>
      <p className="small">{t("hint")}</p>
    </section>
  );

  function lineOf({ kind, text, by, dueOn, metric, direction, threshold, value, unit, source, measuredAt, firedAt }: FiredTrigger): string {
    if (kind === "event") return t("event", { text, by: by ?? "", date: day(firedAt) });
    if (metric === null || value === null || threshold === null) {
      const date = day(dueOn ?? firedAt);
      return text === "" ? t("day", { date }) : t("dayOwn", { text, date });
    }
    const amount = (number: number) => words.amount({ metric, unit: unit ?? "", value: number });
    return t(direction === "below" ? "below" : "above", {
      metric: words.name(metric),
      value: amount(value),
      line: amount(threshold),
      date: day(measuredAt ?? firedAt),
      source: source ?? "",
    });
  }
}

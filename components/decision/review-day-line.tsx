"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { newOpId } from "@/lib/client/api";
import { useMark } from "@/lib/client/decision/desk-mutations";
import { localToday } from "@/lib/client/local-today";
import { dayAfterMonths } from "@/lib/domain/day-after-months";
import type { Trigger } from "@/lib/domain/decision/desk";
import classes from "./desk.module.css";

/** Months from today, as one presses them. */
const OFFERED = [6, 12, 24] as const;

/** On which day the team is asked to look again: the earliest it chose, else a year after the decision. */
export function ReviewDayLine({
  worksheetId,
  triggers,
  canWrite,
}: {
  worksheetId: string;
  triggers: readonly Trigger[];
  canWrite: boolean;
}) {
  const t = useTranslations("decision.triggers");
  const format = useFormatter();
  const mark = useMark(worksheetId);
  const [day] = triggers.flatMap(({ data }) => (data.type === "date" ? [data.date] : [])).toSorted();
  const shown = day === undefined ? "" : format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  const choose = (months: number) => {
    const date = dayAfterMonths(localToday(), months);
    const data = { type: "date" as const, date, owner: null, measuredAt: "" };
    mark.mutate({ kind: "trigger", key: newOpId(), text: t("byDate", { date }), data });
  };
  return (
    <div className={classes.reviewDay}>
      <p>{day === undefined ? t("review.default") : t("review.chosen", { day: shown })}</p>
      {canWrite && day === undefined && (
        <div className={classes.row}>
          {OFFERED.map((months) => (
            <Button key={months} size="compact-sm" variant="default" disabled={mark.isPending} onClick={() => choose(months)}>
              {t("review.in", { months })}
            </Button>
          ))}
        </div>
      )}
      <ErrorNote error={mark.error} />
    </div>
  );
}

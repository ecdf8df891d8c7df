"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useReportEvent } from "@/lib/client/review/mutations";
import type { WatchedEventView } from "@/lib/domain/triggers/schema";
import classes from "./events.module.css";

type Props = { worksheetId: string; events: readonly WatchedEventView[]; mayReport: boolean };

/** Events of the record: nothing measures them, so somebody says when one has happened. */
export function Events({ worksheetId, events, mayReport }: Props) {
  const t = useTranslations("revisit.events");
  const format = useFormatter();
  const report = useReportEvent(worksheetId);
  const [asked, setAsked] = useState<string | null>(null);
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title" className={classes.title}>
        {t("title")}
      </h2>
      <p className="small">{t("hint")}</p>
      <ul className={classes.list}>
        {events.map(({ key, text, at, by }) => (
          <li key={key} className={classes.event}>
            <span className={classes.text}>{text}</span>
            {at !== null && (
              <span className={classes.said}>
                <span aria-hidden="true">✓</span> {t("said", { by: by ?? "", date: format.dateTime(new Date(at), { dateStyle: "long" }) })}
              </span>
            )}
            {at === null && mayReport && asked !== key && (
              <Button variant="default" size="compact-md" aria-label={t("sayOf", { text })} onClick={() => setAsked(key)}>
                {t("say")}
              </Button>
            )}
            {at === null && !mayReport && <span className={classes.said}>{t("waits")}</span>}
            {at === null && asked === key && (
              <div className={classes.ask}>
                <p className="small">{t("ask")}</p>
                <Button size="compact-md" loading={report.isPending} onClick={() => report.mutate(key)}>
                  {t("say")}
                </Button>
                <Button size="compact-md" variant="subtle" onClick={() => setAsked(null)}>
                  {t("notYet")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={report.error} />
    </section>
  );
}

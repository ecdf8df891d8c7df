"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useUnmark } from "@/lib/client/decision/desk-mutations";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./desk.module.css";
import { ReviewDayLine } from "./review-day-line";
import { TriggerForm } from "./trigger-form";

/** What reopens the decision, as something one can watch: a number, a day or an event, with who watches and where. */
export function TriggerList({ view, canWrite }: { view: WorksheetView; canWrite: boolean }) {
  const t = useTranslations("decision.triggers");
  const { data: desk } = useQuery(deskQueries.desk(view.id));
  const unmark = useUnmark(view.id);
  const [isOpen, setIsOpen] = useState(false);
  const triggers = desk?.marks.filter((mark) => mark.kind === "trigger") ?? [];
  const nameOf = (id: string) => view.members.find((member) => member.id === id)?.name ?? "";
  return (
    <section className={classes.part} aria-labelledby="triggers-heading">
      <h2 id="triggers-heading" className={classes.heading}>
        {t("heading")}
      </h2>
      <p className="small">{t("hint")}</p>
      <ReviewDayLine worksheetId={view.id} triggers={triggers} canWrite={canWrite} />
      <ul className={classes.list}>
        {triggers.map(({ key, text, data }) => (
          <li key={key} className={classes.item}>
            <span>
              {text} <span className="tiny">{t(`type.${data.type}`)}</span>
              <span className={classes.done}>
                {data.owner ? t("owner", { name: nameOf(data.owner) }) : t("noOwner")}
                {data.measuredAt !== "" && ` · ${t("measured", { where: data.measuredAt })}`}
              </span>
            </span>
            {canWrite && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t("removeOne", { text })}
                onClick={() => unmark.mutate({ kind: "trigger", key })}
              >
                {t("remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canWrite && !isOpen && (
        <Button size="compact-sm" variant="default" className={classes.start} onClick={() => setIsOpen(true)}>
          {t("add")}
        </Button>
      )}
      {canWrite && isOpen && <TriggerForm view={view} onDone={() => setIsOpen(false)} />}
      <ErrorNote error={unmark.error} />
    </section>
  );
}

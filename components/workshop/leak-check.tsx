"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./workshop.module.css";

/** A facilitator need not believe that answers are hidden: two test members try to read them, and the result stays here. */
export function LeakCheck({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("workshop.probe");
  const format = useFormatter();
  const workshop = useWorkshop(worksheet.id);
  const act = useWorkshopAct(worksheet.id);
  if (!workshop) return null;
  const { leakProbe: last } = workshop;
  const when = last ? format.dateTime(new Date(last.at), { dateStyle: "medium", timeStyle: "short" }) : "";
  return (
    <>
      <p className="small">{t("text")}</p>
      {worksheet.isRevealed ? <p className="small">{t("revealed")}</p> : null}
      {last === null ? <p className="quiet">{t("never")}</p> : null}
      {last && last.leaks.length === 0 ? (
        <p className={classes.good} data-testid="leak-result">
          ✓ {t("clean", { replies: last.replies, bytes: last.bytes, when, name: last.byName })}
        </p>
      ) : null}
      {last && last.leaks.length > 0 ? (
        <div className={classes.bad} data-testid="leak-result" role="alert">
          ✗ {t("leaks", { count: last.leaks.length, when })}
          <ul className={classes.log}>
            {last.leaks.map((leak) => (
              <li key={leak}>{leak}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ method: "POST", path: "leak-probe" })}>
        {t("run")}
      </Button>
      <ErrorNote error={act.error} />
    </>
  );
}

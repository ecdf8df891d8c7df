"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useRestoreWorksheet } from "@/lib/client/keeping/mutations";
import type { DeletedWorksheet } from "@/lib/domain/share/schema";
import { routes } from "@/lib/routes";
import classes from "./recent-worksheets.module.css";

/** What was deleted and this browser may bring back, with the day on which it is gone. */
export function DeletedWorksheets({ worksheets }: { worksheets: readonly DeletedWorksheet[] }) {
  const t = useTranslations("keeping");
  const format = useFormatter();
  const router = useRouter();
  const restore = useRestoreWorksheet();
  return (
    <section className={classes.section} aria-labelledby="deleted">
      <h2 id="deleted" className={classes.title}>
        {t("deletedList")}
      </h2>
      <ul className={classes.list}>
        {worksheets.map(({ worksheetId, title, purgedAt }) => (
          <li key={worksheetId} className={classes.row}>
            <span className={classes.name}>{title}</span>
            <span className={classes.state}>{t("deletedUntil", { date: format.dateTime(new Date(purgedAt), { dateStyle: "long" }) })}</span>
            <button
              type="button"
              className={classes.back}
              disabled={restore.isPending}
              aria-label={t("restoreOf", { title })}
              onClick={() => restore.mutate(worksheetId, { onSuccess: () => router.push(routes.worksheet(worksheetId)) })}
            >
              {t("restore")}
            </button>
          </li>
        ))}
      </ul>
      <ErrorNote error={restore.error} />
    </section>
  );
}

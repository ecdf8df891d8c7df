"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { IN_FORCE } from "@/lib/domain/record/in-force";
import type { RecentWorksheet } from "@/lib/domain/share/schema";
import { routes } from "@/lib/routes";
import { DeletedWorksheets } from "./deleted-worksheets";
import classes from "./recent-worksheets.module.css";

/** What this browser has a grant for; nothing at all on a first visit. */
export function RecentWorksheets() {
  const t = useTranslations("home");
  const { data, error } = useQuery(worksheetQueries.recent());
  if (error && !data) return <p className={`small ${classes.failed}`}>{t("recentFailed")}</p>;
  if (!data) return null;
  return (
    <>
      {data.worksheets.length > 0 && <RecentList worksheets={data.worksheets} />}
      {data.deleted.length > 0 && <DeletedWorksheets worksheets={data.deleted} />}
    </>
  );
}

function RecentList({ worksheets }: { worksheets: readonly RecentWorksheet[] }) {
  const t = useTranslations("home");
  const shown = worksheets.filter(({ isArchived }) => !isArchived);
  const archived = worksheets.filter(({ isArchived }) => isArchived);
  return (
    <section className={classes.section} aria-labelledby="recent">
      <h2 id="recent" className={classes.title}>
        {t("recent")}
      </h2>
      <ul className={classes.list}>
        {shown.map((worksheet) => (
          <li key={worksheet.worksheetId}>
            <RecentRow worksheet={worksheet} />
          </li>
        ))}
      </ul>
      {archived.length > 0 && (
        <details className={classes.archived}>
          <summary>{t("recentArchived")}</summary>
          <ul className={classes.list}>
            {archived.map((worksheet) => (
              <li key={worksheet.worksheetId}>
                <RecentRow worksheet={worksheet} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RecentRow({ worksheet }: { worksheet: RecentWorksheet }) {
  const t = useTranslations("home.status");
  const format = useFormatter();
  const href = worksheet.role === "approver" ? routes.sign(worksheet.worksheetId) : routes.worksheet(worksheet.worksheetId);
  return (
    <Link href={href} prefetch={false} className={classes.row}>
      <span className={classes.name}>{worksheet.title}</span>
      <span className={classes.state}>{worksheet.adr.isDue ? t("due", { status: statusText() }) : statusText()}</span>
      <span className={classes.when}>{format.relativeTime(new Date(worksheet.lastSeenAt), new Date())}</span>
    </Link>
  );

  function statusText() {
    const { status, number } = worksheet.adr;
    if (status === "draft") return t(worksheet.stage);
    if (!IN_FORCE.has(status)) return t(status);
    return number === null ? t(`${status}NoNumber`) : t(status, { number: String(number).padStart(4, "0") });
  }
}

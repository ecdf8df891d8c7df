"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { IN_FORCE } from "@/lib/domain/record/in-force";
import type { RecentWorksheet } from "@/lib/domain/share/schema";
import { routes } from "@/lib/routes";
import classes from "./recent-worksheets.module.css";

/** What this browser has a grant for; nothing at all on a first visit. */
export function RecentWorksheets() {
  const t = useTranslations("home");
  const { data, error } = useQuery(worksheetQueries.recent());
  if (error && !data) return <p className={`small ${classes.failed}`}>{t("recentFailed")}</p>;
  if (!data || data.worksheets.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="recent">
      <h2 id="recent" className={classes.title}>
        {t("recent")}
      </h2>
      <ul className={classes.list}>
        {data.worksheets.map((worksheet) => (
          <li key={worksheet.worksheetId}>
            <RecentRow worksheet={worksheet} />
          </li>
        ))}
      </ul>
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
      <span className={classes.state}>{statusText()}</span>
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

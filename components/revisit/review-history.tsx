"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useReopen } from "@/lib/client/review/mutations";
import type { ReviewView } from "@/lib/domain/review/schema";
import { files, routes } from "@/lib/routes";
import classes from "./revisit.module.css";

type Props = { worksheetId: string; reviews: readonly ReviewView[]; mayReopen: boolean };

/** Every look so far, newest first, with the way on that it asked for. */
export function ReviewHistory({ worksheetId, reviews, mayReopen }: Props) {
  const t = useTranslations("revisit.history");
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" className={classes.heading}>
        {t("title")}
      </h2>
      <ol className={classes.lines}>
        {reviews.map((review, index) => (
          <Look key={review.id} worksheetId={worksheetId} review={review} isLatest={index === 0} mayReopen={mayReopen} />
        ))}
      </ol>
    </section>
  );
}

type LookProps = { worksheetId: string; review: ReviewView; isLatest: boolean; mayReopen: boolean };

function Look({ worksheetId, review, isLatest, mayReopen }: LookProps) {
  const t = useTranslations("revisit");
  const format = useFormatter();
  const router = useRouter();
  const reopen = useReopen(worksheetId);
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "long", timeZone: "UTC" });
  return (
    <li className={classes.card}>
      <p>
        {t("history.line", { by: review.by, date: day(review.on), outcome: t(`history.outcome.${review.outcome}`) })}{" "}
        {t("history.numbers", { n: review.actuals.length })}
      </p>
      {review.note && <p className="quiet">{review.note}</p>}
      <div className={classes.row}>
        {review.lookAgainOn !== null && <span>{t("history.again", { date: day(review.lookAgainOn) })}</span>}
        {review.lookAgainOn !== null && isLatest && <a href={files.reviewCalendar(worksheetId)}>{t("outcome.calendar")}</a>}
        {review.outcome === "update" && isLatest && <Link href={routes.decision(worksheetId)}>{t("outcome.toDecision")}</Link>}
        {review.reopenedAs !== null && <Link href={routes.worksheet(review.reopenedAs)}>{t("history.reopenedAs")}</Link>}
        {review.outcome === "reopen" && review.reopenedAs === null && mayReopen && (
          <Button
            loading={reopen.isPending}
            onClick={() => reopen.mutate(review.id, { onSuccess: ({ id }) => router.push(routes.worksheet(id)) })}
          >
            {t("outcome.reopenNow")}
          </Button>
        )}
      </div>
      <ErrorNote error={reopen.error} />
    </li>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import { ErrorNote } from "@/components/ui/error-note";
import { useTryReview } from "@/lib/client/review/mutations";
import { reviewQueries } from "@/lib/client/review/queries";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import type { ReviewResult, Reviews, ReviewTrial } from "@/lib/domain/review/schema";
import { Comparison } from "./comparison";
import { DueNotice } from "./due-notice";
import { Events } from "./events";
import { NumbersForm } from "./numbers-form";
import { OutcomeForm } from "./outcome-form";
import { ReplacedNotice } from "./replaced-notice";
import { ReportedNumbers } from "./reported-numbers";
import { ReviewHistory } from "./review-history";
import classes from "./revisit.module.css";
import { Surprise } from "./surprise";
import { useMetricWords } from "./use-metric-words";

/** A year later: what was expected, what came, whether the list still holds, and what the team makes of it. */
export function RevisitScreen({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("revisit");
  const { data, error } = useQuery(reviewQueries.list(worksheetId));
  return (
    <Column width="wide">
      {data ? <Review worksheetId={worksheetId} reviews={data} /> : <p className="quiet">{error ? null : t("entry.comparing")}</p>}
      <ErrorNote error={error} />
    </Column>
  );
}

function Review({ worksheetId, reviews }: { worksheetId: string; reviews: Reviews }) {
  const t = useTranslations("revisit");
  const { you, adr } = useWorksheet(worksheetId);
  const attempt = useTryReview(worksheetId);
  const [trial, setTrial] = useState<ReviewTrial | null>(null);
  const result = attempt.data ?? reviews.result;
  const mayReview = you.role === "facilitator" || you.role === "member";
  if (reviews.since === null || result === null) {
    return (
      <>
        <h1 className={`find ${classes.find}`}>{t("finding.notYet")}</h1>
        <p className={classes.lead}>{t("lead.notYet")}</p>
        {reviews.reopens !== null && <Reopens />}
      </>
    );
  }
  const compare = (wanted: ReviewTrial) => attempt.mutate(wanted, { onSuccess: () => setTrial(wanted) });
  const isReplaced = adr.status === "superseded";
  const hasNumbers = result.rows.some(({ actual }) => actual !== null);
  return (
    <>
      <Finding result={result} since={reviews.since} />
      {isReplaced && <ReplacedNotice worksheetId={worksheetId} />}
      <div className={classes.sections}>
        <DueNotice due={reviews.due} />
        <Events worksheetId={worksheetId} events={reviews.events} mayReport={mayReview} />
        {mayReview ? (
          <NumbersForm
            worksheetId={worksheetId}
            rows={result.rows}
            since={reviews.since}
            reported={reviews.reported}
            onCompare={compare}
            isComparing={attempt.isPending}
            error={attempt.error}
          />
        ) : (
          <ReportedNumbers reported={reviews.reported} />
        )}
        {hasNumbers && <Comparison result={result} />}
        {mayReview && !isReplaced && trial !== null && <OutcomeForm worksheetId={worksheetId} trial={trial} lines={reviews.reconsider} />}
        <ReviewHistory worksheetId={worksheetId} reviews={reviews.reviews} mayReopen={you.role === "facilitator"} />
      </div>
    </>
  );
}

function Reopens() {
  const t = useTranslations("revisit.history");
  return <p className="quiet">{t("reopens")}</p>;
}

function Finding({ result, since }: { result: ReviewResult; since: string }) {
  const t = useTranslations("revisit");
  const format = useFormatter();
  const words = useMetricWords();
  const missing = result.rows.filter(({ actual }) => actual === null);
  const compared = result.rows.length - missing.length;
  const isWhole = missing.length === 0;
  const names = (kind: "before" | "after") => {
    const others = result.list[kind === "before" ? "after" : "before"];
    return result.list[kind].filter(({ id }) => !others.some((other) => other.id === id)).map(({ name }) => name);
  };
  const [gone, come] = [names("before"), names("after")];
  const isSame = gone.length + come.length === 0;
  const finding = () => {
    if (compared === 0) return result.isTooEarly ? t("finding.early") : t("finding.unknown");
    if (gone.length > 0) return t("finding.changes", { names: format.list(gone), n: gone.length });
    if (come.length > 0) return t("finding.joins", { names: format.list(come), n: come.length });
    return isWhole ? t("finding.same", { n: compared }) : t("finding.sameSoFar", { n: compared, total: result.rows.length });
  };
  const date = format.dateTime(new Date(since), { dateStyle: "long", timeZone: "UTC" });
  const months = Math.max(0, Math.round(result.months));
  return (
    <header>
      <h1 className={`find ${classes.find}`} aria-live="polite">
        {finding()}
      </h1>
      {compared > 0 && !isWhole && (
        <p className={classes.lead}>
          {t(isSame ? "lead.missing" : "lead.missingToo", {
            names: format.list(missing.map(({ metric }) => words.name(metric))),
            n: missing.length,
            known: compared,
            total: result.rows.length,
          })}
        </p>
      )}
      <p className={classes.lead}>
        <Surprise rows={result.rows} />
        {result.isTooEarly
          ? t("lead.early", { days: Math.max(0, Math.round(result.months * 30.4375)) })
          : t("lead.since", { date, months })}
      </p>
    </header>
  );
}

"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { CommentList } from "@/components/converge/comment-list";
import { ConsentPanel } from "@/components/converge/consent-panel";
import { TopicBar } from "@/components/converge/topic-bar";
import { proposePosition } from "@/lib/domain/disagreement/proposal";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { AnswerList } from "./answer-list";
import { ConvergePanel } from "./converge-panel";
import classes from "./difference-card.module.css";
import { useDifferences } from "./differences-context";
import { DotStrip } from "./dot-strip";
import { useWords } from "./use-words";
import { WhyItMatters } from "./why-it-matters";

/** One thing worth talking about: where everybody stands, why, and the way to one answer. */
export function DifferenceCard({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences");
  const words = useWords();
  const { worksheetId, you, position, canRecord } = useDifferences();
  const titleId = useId();
  const speakers = words.names(field.speakFirst);
  return (
    <article
      id={`topic-${field.field}`}
      className={classes.card}
      aria-labelledby={titleId}
      data-topic={field.field}
      data-testid={`difference-${field.field}`}
      tabIndex={-1}
    >
      <header className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {words.label(field.def)}
        </h3>
        <span className={classes.chip}>{words.message(field.def, field.label)}</span>
      </header>
      {field.n > 2 ? <DotStrip field={field} /> : null}
      {field.n > 2 && field.detail ? <p className={classes.detail}>{words.message(field.def, field.detail)}</p> : null}
      {field.first && field.first.n > 2 ? (
        <p className={classes.detail}>{t("firstAnswers", { label: words.message(field.def, field.first.detail ?? field.first.label) })}</p>
      ) : null}
      <WhyItMatters field={field} />
      <AnswerList field={field} />
      {field.n > 2 && field.speakFirst.length < field.n ? (
        <p className={classes.speak}>{t("speakFirst", { count: field.speakFirst.length, names: speakers })}</p>
      ) : null}
      <TopicBar
        worksheetId={worksheetId}
        field={field.field}
        kind={field.def.kind}
        isSettled={position(field.field) !== undefined}
        isFacilitator={canRecord}
        about={titleId}
      />
      <CommentList worksheetId={worksheetId} subject={`field:${field.field}`} role={you.role} about={titleId} />
      <ConvergePanel field={field} />
      {field.def.kind !== "fact" ? (
        <ConsentPanel worksheetId={worksheetId} subject={field.field} you={you} suggestion={suggestionOf()} about={titleId} />
      ) : null}
    </article>
  );

  function suggestionOf() {
    const recorded = position(field.field);
    // What the team would have if nobody objected: its answer, or else what would be proposed.
    const value = recorded ? recorded.value : proposePosition({ field: field.def, answers: field.answers }).value;
    return value === null ? "" : `${words.label(field.def)}: ${words.value(field.def, value)}`;
  }
}

"use client";

import { useTranslations } from "use-intl";
import board from "@/components/converge/converge.module.css";
import { FIELDS } from "@/lib/domain/answers/fields";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetField, WorksheetSummary } from "@/lib/domain/disagreement/worksheet-summary";
import { AnswerList } from "./answer-list";
import { BlindNote } from "./blind-note";
import { CollectedAnswers } from "./collected-answers";
import { useDifferences } from "./differences-context";
import classes from "./differences-screen.module.css";
import { DotStrip } from "./dot-strip";
import { NotesFirst } from "./notes-first";
import { useWords } from "./use-words";

/**
 * What everybody said, in the order asked and with the reasons, for minutes of silent reading: first what one person alone
 * knows. Nothing is counted, ordered or settled here, because whoever hears a result first reads reasons for it.
 */
export function ReadingBoard({ summary }: { summary: WorksheetSummary }) {
  const t = useTranslations();
  const { worksheetId } = useDifferences();
  const said = [...summary.fields, ...summary.heardOnce];
  const asked = FIELDS.flatMap((def) => said.filter((field) => field.def === def));
  const groups = QUESTION_IDS.map((question) => ({ question, own: asked.filter(({ def }) => def.question === question) }));
  return (
    <>
      <header className={classes.finding}>
        <h1 className="find">{t("differences.reading.title")}</h1>
        <p className={classes.lead}>{t("differences.reading.lead")}</p>
        <BlindNote worksheetId={worksheetId} />
      </header>
      <NotesFirst notes={summary.notes} isSolo={false} />
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ question, own }) => (
          <section key={question} className={board.group} aria-labelledby={`reading-${question}`}>
            <h2 id={`reading-${question}`} className={classes.question}>
              {t(`common.questions.${question}`)}
            </h2>
            <div className={classes.read}>
              {own.map((field) => (
                <Said key={field.field} field={field} />
              ))}
            </div>
          </section>
        ))}
      <CollectedAnswers fields={summary.collected} />
    </>
  );
}

/** Where each stands and why. What all say alike is one line, unless somebody gave a reason. */
function Said({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences.reading");
  const words = useWords();
  const [first] = field.answers;
  // Numbers agree when they are near each other; here every one of them is read.
  const isAlike = new Set(field.answers.map(({ value }) => JSON.stringify(value))).size === 1;
  const isOneLine = isAlike && field.n > 1 && first !== undefined && field.answers.every(({ reason, unknown }) => !reason && !unknown);
  return (
    <article className={classes.said} data-testid={`reading-${field.field}`}>
      <h3>{words.label(field.def)}</h3>
      {isOneLine ? (
        <p>{t("alike", { value: words.value(field.def, first.value), count: field.n })}</p>
      ) : (
        <>
          {field.n > 2 && !isAlike ? <DotStrip field={field} /> : null}
          <AnswerList field={field} />
        </>
      )}
    </article>
  );
}

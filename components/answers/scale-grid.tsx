"use client";

import { useTranslations } from "use-intl";
import type { AnswerForm } from "@/lib/client/answers/use-answer-form";
import { SCALE_TIMES } from "@/lib/domain/answers/fields";
import { SanityNotes } from "./sanity-notes";
import classes from "./scale-grid.module.css";
import { ScaleRow } from "./scale-row";

type Props = { form: AnswerForm; rows: readonly string[]; reason: string; isReadOnly: boolean };

/** Rows of numbers for today, one and three years on, with one "How do you know?" for each row. */
export function ScaleGrid({ form, rows, reason, isReadOnly }: Props) {
  const t = useTranslations();
  return (
    <div className={classes.frame}>
      <div className={classes.grid}>
        <div className={classes.heads} aria-hidden="true">
          <span />
          {SCALE_TIMES.map((time) => (
            <span key={time}>{t(`fields.times.${time}`)}</span>
          ))}
          <span>{t("answers.howDoYouKnow")}</span>
        </div>
        {rows.map((row) => (
          <ScaleRow key={row} form={form} row={row} reason={reason} isReadOnly={isReadOnly} />
        ))}
        <SanityNotes form={form} question="scale" isShown={(note) => rows.includes(note.fields[0]?.split(".")[1] ?? "")} />
      </div>
    </div>
  );
}

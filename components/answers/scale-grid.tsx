"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { type AnswerForm, asAnswer, formName } from "@/lib/client/answers/use-answer-form";
import { SCALE_TIMES } from "@/lib/domain/answers/fields";
import { sanityNotes } from "@/lib/domain/answers/sanity";
import classes from "./scale-grid.module.css";
import { ScaleRow } from "./scale-row";

type Props = { form: AnswerForm; rows: readonly string[]; reason: string; isReadOnly: boolean };

/** Rows of numbers for today, one and three years on, with one "How do you know?" for each row. */
export function ScaleGrid({ form, rows, reason, isReadOnly }: Props) {
  const t = useTranslations();
  return (
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
      <SanityNotes form={form} rows={rows} />
    </div>
  );
}

/** Remarks, never errors: the person may mean it. Only about the rows shown here, so that none is said twice. */
function SanityNotes({ form, rows }: Pick<Props, "form" | "rows">) {
  const t = useTranslations();
  const keys = SCALE_TIMES.flatMap((time) => ["users", "reads_s", "writes_s", "data_gb", ...rows].map((row) => `${time}.${row}`));
  const cells = useWatch({ control: form.control, name: keys.map(formName) });
  const numbers = Object.fromEntries(
    keys.flatMap((key, index) => {
      const { value } = asAnswer(cells[index]);
      return typeof value === "number" ? [[key, value]] : [];
    }),
  );
  const notes = sanityNotes("scale", numbers).filter((note) => rows.includes(note.fields[0]?.split(".")[1] ?? ""));
  return (
    <ul className={classes.notes} aria-live="polite">
      {notes.map((note) => (
        <li key={`${note.id} ${note.fields.join(" ")}`} data-doubt={note.isDoubt || undefined}>
          {t(note.id, note.params)}
        </li>
      ))}
    </ul>
  );
}

"use client";

import { type ReactNode, useState } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { type AnswerForm, asAnswer, formName } from "@/lib/client/answers/use-answer-form";
import { type FieldDef, fieldsOf, SCALE_ROWS, SCALE_TIMES } from "@/lib/domain/answers/fields";
import { type Cells, sharedReason, withReason } from "@/lib/domain/answers/grid-row";
import { fieldKey, isBlank } from "@/lib/domain/answers/own-answers";
import type { QuestionId } from "@/lib/domain/answers/schema";
import classes from "./answer-screen.module.css";
import type { ExperienceFamilies } from "./experience-input";
import { FieldQuestion } from "./field-question";
import { ReasonInput } from "./reason-input";
import { SanityNotes } from "./sanity-notes";
import { ScaleGrid } from "./scale-grid";

type Props = { form: AnswerForm; question: QuestionId; isReadOnly: boolean; families: ExperienceFamilies; note: ReactNode };

/** The fields of one question: the few that everybody is asked, the note, and the rest folded away. */
export function QuestionFields({ form, question, isReadOnly, families, note }: Props) {
  const t = useTranslations("answers");
  const fields = fieldsOf(question);
  const more = fields.filter((field) => field.place === "more");
  // Decided once: answering inside must not close it, and answering elsewhere must not open it.
  const [isOpen] = useState(() => more.some((field) => !isBlank(form.get(fieldKey(field.path)))));
  const parts = { form, isReadOnly, families };
  return (
    <>
      <Place {...parts} fields={fields.filter((field) => field.place === "first")} />
      {question !== "scale" && <SanityNotes form={form} question={question} />}
      <div className={classes.after}>{note}</div>
      {more.length > 0 && (
        <details className={classes.more} open={isOpen}>
          <summary>{t("more")}</summary>
          <Place {...parts} fields={more} />
        </details>
      )}
    </>
  );
}

function Place({
  form,
  fields,
  isReadOnly,
  families,
}: {
  form: AnswerForm;
  fields: FieldDef[];
  isReadOnly: boolean;
  families: ExperienceFamilies;
}) {
  const rows = SCALE_ROWS.filter((row) => fields.some((field) => field.path === `scale.now.${row}`));
  const others = fields.filter((field) => !isGridField(field));
  return (
    <>
      {rows.length > 0 && <GridWithReason form={form} rows={rows} isReadOnly={isReadOnly} />}
      {others.length > 0 && (
        <div className={classes.card}>
          {others.map((field) => (
            <FieldQuestion key={field.path} form={form} field={field} isReadOnly={isReadOnly} families={families} />
          ))}
        </div>
      )}
    </>
  );
}

function GridWithReason({ form, rows, isReadOnly }: { form: AnswerForm; rows: readonly string[]; isReadOnly: boolean }) {
  const t = useTranslations("answers");
  const keys = rows.flatMap((row) => SCALE_TIMES.map((time) => `${time}.${row}`));
  const watched = useWatch({ control: form.control, name: keys.map(formName) });
  const cells: Cells = Object.fromEntries(keys.map((key, index) => [key, asAnswer(watched[index])]));
  const reason = sharedReason(cells);
  const id = `why-${rows[0]}`;
  return (
    <>
      <div className={classes.card}>
        <ScaleGrid form={form} rows={rows} reason={reason} isReadOnly={isReadOnly} />
      </div>
      <div className={classes.after}>
        <label htmlFor={id}>
          {t("whyNumbers")} <span className={classes.optional}>{t("optional")}</span>
        </label>
        <ReasonInput
          id={id}
          value={reason}
          disabled={isReadOnly}
          onBlur={() => void form.outbox.flush()}
          onChange={(text) => form.change(withReason(cells, text))}
        />
      </div>
    </>
  );
}

function isGridField(field: FieldDef): boolean {
  return SCALE_TIMES.some((time) => field.path.startsWith(`scale.${time}.`));
}

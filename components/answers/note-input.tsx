"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { type AnswerForm, asAnswer, formName } from "@/lib/client/answers/use-answer-form";
import type { FieldDef } from "@/lib/domain/answers/fields";
import { isSendable, noteText } from "@/lib/domain/answers/own-answers";
import type { QuestionId } from "@/lib/domain/answers/schema";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { NOTE_FIELD } from "@/lib/domain/worksheet/schema";
import classes from "./control.module.css";
import { HeldNotice } from "./held-notice";

/** "Something others here may not know": what only one person knows is what a group misses. */
export function NoteInput({ form, question, isReadOnly }: { form: AnswerForm; question: QuestionId; isReadOnly: boolean }) {
  const t = useTranslations("answers");
  const answer = asAnswer(useWatch({ control: form.control, name: formName(NOTE_FIELD) }));
  const isFit = isSendable(NOTE_FIELD, answer);
  const first = form.own[NOTE_FIELD]?.first;
  return (
    <section>
      <label htmlFor="note">{t("note")}</label>
      <p className={classes.below} id="note-hint">
        {t("noteHint")}
      </p>
      <div className={classes.box} data-invalid={!isFit || undefined}>
        <textarea
          ref={takeUpEarly}
          id="note"
          className={classes.input}
          rows={2}
          aria-describedby="note-hint"
          aria-invalid={!isFit || undefined}
          value={noteText(answer)}
          disabled={isReadOnly}
          onBlur={() => void form.outbox.flush()}
          onChange={(event) => form.change({ [NOTE_FIELD]: { ...answer, value: event.target.value === "" ? null : event.target.value } })}
        />
      </div>
      {!isFit && (
        <p className={classes.error} role="status">
          {t("invalid.text", { limit: TEXT_LIMITS.note })}
        </p>
      )}
      {typeof first?.value === "string" && <p className={classes.below}>{t("firstAnswer", { value: first.value })}</p>}
      <HeldNotice form={form} fieldKey={NOTE_FIELD} field={noteField(question)} />
    </section>
  );
}

/** The note is no answer path, but it is kept and compared like one. */
function noteField(question: QuestionId): FieldDef {
  return { path: `${question}.${NOTE_FIELD}`, question, type: "word", kind: "judgement", place: "first", options: [], unit: null };
}

"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { type AnswerForm, asAnswer, formName } from "@/lib/client/answers/use-answer-form";
import { fieldsOf } from "@/lib/domain/answers/fields";
import { fieldKey } from "@/lib/domain/answers/own-answers";
import { type SanityNote, sanityNotes } from "@/lib/domain/answers/sanity";
import type { QuestionId } from "@/lib/domain/answers/schema";
import classes from "./scale-grid.module.css";

type Props = {
  form: AnswerForm;
  question: QuestionId;
  /** Two grids share a question; each shows the notes about its own rows, so that none is said twice. */
  isShown?: (note: SanityNote) => boolean;
};

/** Remarks, never errors: the person may mean it. */
export function SanityNotes({ form, question, isShown = () => true }: Props) {
  const t = useTranslations();
  const keys = fieldsOf(question)
    .filter((field) => field.type === "number")
    .map((field) => fieldKey(field.path));
  const cells = useWatch({ control: form.control, name: keys.map(formName) });
  const numbers = Object.fromEntries(
    keys.flatMap((key, index) => {
      const { value } = asAnswer(cells[index]);
      return typeof value === "number" ? [[key, value]] : [];
    }),
  );
  return (
    <ul className={classes.notes} aria-live="polite">
      {sanityNotes(question, numbers)
        .filter(isShown)
        .map((note) => (
          <li key={`${note.id} ${note.fields.join(" ")}`} data-doubt={note.isDoubt || undefined}>
            {t(note.id, note.params)}
          </li>
        ))}
    </ul>
  );
}

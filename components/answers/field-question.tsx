"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { type AnswerForm, asAnswer, formName } from "@/lib/client/answers/use-answer-form";
import type { FieldDef } from "@/lib/domain/answers/fields";
import { type FieldAnswer, fieldKey, isBlank } from "@/lib/domain/answers/own-answers";
import { BasisSelect } from "./basis-input";
import type { ExperienceFamilies } from "./experience-input";
import classes from "./field-question.module.css";
import { HeldNotice } from "./held-notice";
import { ReasonInput } from "./reason-input";
import { useAnswerText } from "./use-answer-text";
import { ValueInput } from "./value-input";

type Props = { form: AnswerForm; field: FieldDef; isReadOnly: boolean; families?: ExperienceFamilies };

const GROUPS = new Set<FieldDef["type"]>(["choice", "ordinal", "multi", "experience"]);

/** One field: what is asked, the control, "I don't know", and once answered how one knows it and why. */
export function FieldQuestion({ form, field, isReadOnly, families }: Props) {
  const t = useTranslations();
  const textOf = useAnswerText();
  const key = fieldKey(field.path);
  const answer = asAnswer(useWatch({ control: form.control, name: formName(key) }));
  const first = form.own[key]?.first;
  const id = `f-${field.path.replaceAll(".", "-")}`;
  const label = t(`fields.${field.path}.label`);
  const hint = `fields.${field.path}.hint`;
  const hasHint = t.has(hint);
  const isGroup = GROUPS.has(field.type);
  const hasFollowUp = !isBlank(answer) || answer.basis !== null || Boolean(answer.reason);
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        {isGroup ? (
          <span id={`${id}-label`} className={classes.label}>
            {label}
          </span>
        ) : (
          <label id={`${id}-label`} htmlFor={id} className={classes.label}>
            {label}
          </label>
        )}
        {isGroup && !isBlank(answer) && !isReadOnly && (
          <button
            type="button"
            className={classes.clear}
            aria-label={t("answers.clearOf", { label })}
            onClick={() => put({ value: null, isUnknown: false })}
          >
            {t("answers.clear")}
          </button>
        )}
      </div>
      {hasHint && (
        <p id={`${id}-hint`} className={classes.hint}>
          {t(hint)}
        </p>
      )}
      <ValueInput
        field={field}
        id={id}
        value={answer.value}
        draft={answer.draft}
        disabled={isReadOnly}
        families={families}
        aria-labelledby={`${id}-label`}
        aria-describedby={hasHint ? `${id}-hint` : undefined}
        onChange={(value, draft) => put(draft === null ? { value, draft, isUnknown: false } : { draft, isUnknown: false })}
        onBlur={flush}
        unknown={{ isUnknown: answer.isUnknown, onChange: (isUnknown) => put({ value: null, draft: null, isUnknown }) }}
      />
      {first && (
        <p className={classes.first}>
          {t("answers.firstAnswer", { value: textOf(field, { value: first.value, isUnknown: first.unknown }) })}
        </p>
      )}
      <HeldNotice form={form} fieldKey={key} field={field} />
      {hasFollowUp && (
        <div className={classes.follow}>
          {field.kind !== "judgement" && (
            <BasisSelect
              id={`${id}-basis`}
              label={t("answers.howDoYouKnowRow", { row: label })}
              value={answer.basis}
              disabled={isReadOnly}
              onChange={(basis) => put({ basis })}
            />
          )}
          <div className={classes.reason}>
            <ReasonInput
              id={`${id}-reason`}
              label={`${t("answers.why")} ${label}`}
              placeholder={`${t("answers.why")} ${t("answers.optional")}`}
              value={answer.reason ?? ""}
              disabled={isReadOnly}
              onBlur={flush}
              onChange={(reason) => put({ reason })}
            />
          </div>
        </div>
      )}
    </div>
  );

  function put(change: Partial<FieldAnswer>) {
    form.change({ [key]: { ...form.get(key), ...change } });
  }

  function flush() {
    void form.outbox.flush();
  }
}

"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { type AnswerForm, asAnswer, formName } from "@/lib/client/answers/use-answer-form";
import { findField } from "@/lib/domain/answers/fields";
import { BLANK_ANSWER, type FieldAnswer, fieldKey } from "@/lib/domain/answers/own-answers";
import type { QuestionId } from "@/lib/domain/answers/schema";
import type { TemplateValue } from "@/lib/domain/templates/schema";
import { suggestionsFor } from "@/lib/domain/templates/templates";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./template-suggestions.module.css";
import { useAnswerText } from "./use-answer-text";

type Props = { form: AnswerForm; question: QuestionId; template: string };

/** What the template states about this question. Taking one makes it one's own answer, with the template as its reason. */
export function TemplateSuggestions({ form, question, template }: Props) {
  const t = useTranslations("templates");
  const suggestions = suggestionsFor(template, question);
  if (suggestions.length === 0) return null;
  return (
    <section className={classes.panel} aria-labelledby="template-title">
      <h2 id="template-title" className={classes.title}>
        {t("panelTitle", { name: t(`${template}.name`) })}
      </h2>
      <p className="small">{t("panelLead")}</p>
      <ul className={classes.list}>
        {suggestions.map((suggestion) => (
          <Suggestion key={suggestion.path} form={form} suggestion={suggestion} template={template} />
        ))}
      </ul>
    </section>
  );
}

function Suggestion({ form, suggestion, template }: { form: AnswerForm; suggestion: TemplateValue; template: string }) {
  const t = useTranslations();
  const textOf = useAnswerText();
  const field = findField(suggestion.path);
  const key = fieldKey(suggestion.path);
  const answer = asAnswer(useWatch({ control: form.control, name: formName(key) }));
  if (field === undefined) return null;
  const label = t(`fields.${suggestion.path}.label`);
  const said = t(`templates.${template}.said.${suggestion.said}`);
  const value = suggestion.value as FieldAnswer["value"];
  const isTaken = JSON.stringify(answer.value) === JSON.stringify(value);
  const reason = t("templates.reason", { name: t(`templates.${template}.name`), said }).slice(0, TEXT_LIMITS.reason);
  const take = () => {
    form.change({ [key]: { ...BLANK_ANSWER, value, basis: field.kind === "judgement" ? null : suggestion.basis, reason } });
    void form.outbox.flush();
  };
  return (
    <li className={classes.row}>
      <div>
        <b className={classes.label}>{label}</b> {textOf(field, { value, isUnknown: false })}
        <span className={`small ${classes.said}`}>
          {said}
          {field.kind === "judgement" ? "" : ` · ${t(`fields.basis.${suggestion.basis}`)}`}
        </span>
      </div>
      {isTaken ? (
        <span className={`small ${classes.taken}`}>{t("templates.taken")}</span>
      ) : (
        <button type="button" className={classes.take} aria-label={t("templates.takeOf", { label })} onClick={take}>
          {t("templates.take")}
        </button>
      )}
    </li>
  );
}

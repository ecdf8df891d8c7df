"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { type AnswerForm, asAnswer, formName } from "@/lib/client/answers/use-answer-form";
import { type FieldDef, findField, SCALE_TIMES } from "@/lib/domain/answers/fields";
import { rowBasis, rowUnknown, typedCell, withBasis, withRowUnknown } from "@/lib/domain/answers/grid-row";
import { isBlank } from "@/lib/domain/answers/own-answers";
import { BasisSelect } from "./basis-input";
import { HeldNotice } from "./held-notice";
import controls from "./option.module.css";
import classes from "./scale-grid.module.css";
import { useAnswerText } from "./use-answer-text";
import { type AnswerValue, ValueInput } from "./value-input";

type Props = { form: AnswerForm; row: string; reason: string; isReadOnly: boolean };

export function ScaleRow({ form, row, reason, isReadOnly }: Props) {
  const t = useTranslations();
  const keys = SCALE_TIMES.map((time) => `${time}.${row}`);
  const watched = useWatch({ control: form.control, name: keys.map(formName) });
  const cells = Object.fromEntries(keys.map((key, index) => [key, asAnswer(watched[index])]));
  const unknown = rowUnknown(cells);
  const id = `row-${row}`;
  const label = t(`fields.rows.${row}`);
  const hint = `fields.scale.now.${row}.hint`;
  const hasNumber = Object.values(cells).some((cell) => !isBlank(cell) && !cell.isUnknown);
  const fields = keys.flatMap((key) => {
    const field = findField(`scale.${key}`);
    return field ? [{ key, field }] : [];
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid row whose legend is the first cell
    <div role="group" className={classes.row} aria-labelledby={`${id}-label`} aria-describedby={t.has(hint) ? `${id}-hint` : undefined}>
      <div className={classes.name}>
        <span id={`${id}-label`} className={classes.label}>
          {label}
        </span>
        {(unknown !== "no" || Object.values(cells).some(isBlank)) && (
          <label className={`${controls.chip} ${classes.unknown}`}>
            <input
              ref={takeUpEarly}
              type="checkbox"
              className={controls.native}
              checked={unknown !== "no"}
              disabled={isReadOnly}
              onChange={(event) => form.change(withRowUnknown(cells, event.target.checked))}
            />
            <span className={controls.mark} aria-hidden="true" />
            {t(hasNumber ? "answers.dontKnowRest" : "answers.dontKnow")}
          </label>
        )}
      </div>
      {fields.map(({ key, field }) => cellOf(key, field))}
      <div className={classes.basis}>
        <BasisSelect
          id={`${id}-basis`}
          label={t("answers.howDoYouKnowRow", { row: label })}
          value={rowBasis(cells)}
          disabled={isReadOnly}
          onChange={(basis) => form.change(withBasis(cells, basis))}
        />
      </div>
      {t.has(hint) && (
        <p id={`${id}-hint`} className={classes.hint}>
          {t(hint)}
        </p>
      )}
      {fields.map(({ key, field }) => (
        <div key={key} className={classes.across}>
          <HeldNotice form={form} fieldKey={key} field={field} />
        </div>
      ))}
    </div>
  );

  function cellOf(key: string, field: FieldDef) {
    const cell = asAnswer(cells[key]);
    const cellId = `f-scale-${key.replace(".", "-")}`;
    const time = key.split(".")[0] ?? "";
    return (
      <div key={key} className={classes.cell}>
        <label htmlFor={cellId} className={classes.time}>
          <span className="visually-hidden">{label}, </span>
          {t(`fields.times.${time}`)}
        </label>
        <ValueInput
          field={field}
          id={cellId}
          isCell
          value={cell.value}
          draft={cell.draft}
          disabled={isReadOnly}
          onBlur={() => void form.outbox.flush()}
          onChange={(value, draft) => type(key, value, draft)}
        />
        <FirstAnswer form={form} fieldKey={key} field={field} />
      </div>
    );
  }

  function type(key: string, value: AnswerValue, draft: string | null) {
    form.change({ [key]: typedCell({ cell: form.get(key), value, draft, basis: rowBasis(cells), reason }) });
  }
}

function FirstAnswer({ form, fieldKey, field }: { form: AnswerForm; fieldKey: string; field: FieldDef }) {
  const t = useTranslations("answers");
  const textOf = useAnswerText();
  const first = form.own[fieldKey]?.first;
  if (!first) return null;
  return <p className={classes.first}>{t("firstShort", { value: textOf(field, { value: first.value, isUnknown: first.unknown }) })}</p>;
}

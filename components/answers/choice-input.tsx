"use client";

import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import classes from "./option.module.css";
import type { ControlProps } from "./value-input";

type Props = ControlProps & { unknown?: { isUnknown: boolean; onChange: (isUnknown: boolean) => void } };

/** One of several: native radios as buttons, as cards when options need a line of explanation, as a ladder when they stand in order. */
export function ChoiceInput({ field, id, value, onChange, onBlur, disabled, unknown, ...aria }: Props) {
  const t = useTranslations();
  const base = `fields.${field.path}`;
  const hasHints = field.options.some((option) => t.has(`${base}.optionHints.${option}`));
  const short = field.type === "ordinal" ? classes.ladder : classes.options;
  return (
    <div role="radiogroup" className={hasHints ? classes.cards : short} onKeyDown={pickByDigit} onBlur={onBlur} {...aria}>
      {field.options.map((option) => {
        const hint = `${base}.optionHints.${option}`;
        return (
          <label key={option} className={classes.option}>
            <input
              ref={takeUpEarly}
              type="radio"
              className={classes.native}
              name={id}
              id={`${id}-${option}`}
              checked={value === option}
              disabled={disabled}
              onChange={() => onChange(option, null)}
            />
            <span className={classes.mark} aria-hidden="true" />
            <span>
              {t(`${base}.options.${option}`)}
              {t.has(hint) && <small>{t(hint)}</small>}
            </span>
          </label>
        );
      })}
      {unknown && (
        <label className={`${classes.option} ${classes.unknown}`}>
          <input
            ref={takeUpEarly}
            type="radio"
            className={classes.native}
            name={id}
            id={`${id}-unknown`}
            checked={unknown.isUnknown}
            disabled={disabled}
            onChange={() => unknown.onChange(true)}
          />
          <span className={classes.mark} aria-hidden="true" />
          {t("answers.dontKnow")}
        </label>
      )}
    </div>
  );
}

/** Any of several: native checkboxes. None ticked is a blank. */
export function MultiInput({ field, id, value, onChange, onBlur, disabled, unknown, ...aria }: Props) {
  const t = useTranslations();
  const chosen = Array.isArray(value) ? value : [];
  return (
    // biome-ignore lint/a11y/useSemanticElements: the group is named by a label that stands outside, next to its tools
    <div role="group" className={classes.options} onKeyDown={pickByDigit} onBlur={onBlur} {...aria}>
      {field.options.map((option) => (
        <label key={option} className={classes.option}>
          <input
            ref={takeUpEarly}
            type="checkbox"
            className={classes.native}
            id={`${id}-${option}`}
            checked={chosen.includes(option)}
            disabled={disabled}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          <span className={classes.mark} aria-hidden="true" />
          {t(`fields.${field.path}.options.${option}`)}
        </label>
      ))}
      {unknown && (
        <label className={`${classes.option} ${classes.unknown}`}>
          <input
            ref={takeUpEarly}
            type="checkbox"
            className={classes.native}
            id={`${id}-unknown`}
            checked={unknown.isUnknown}
            disabled={disabled}
            onChange={(event) => unknown.onChange(event.target.checked)}
          />
          <span className={classes.mark} aria-hidden="true" />
          {t("answers.dontKnow")}
        </label>
      )}
    </div>
  );

  function toggle(option: string, isChosen: boolean) {
    const next = field.options.filter((other) => (other === option ? isChosen : chosen.includes(other)));
    onChange(next.length > 0 ? next : null, null);
  }
}

/** Keys 1 to 9 pick the option of that place while the group has the focus. */
function pickByDigit(event: KeyboardEvent<HTMLDivElement>) {
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = event.currentTarget.querySelectorAll("input")[Number(event.key) - 1];
  if (!input || input.disabled) return;
  event.preventDefault();
  input.focus();
  input.click();
}

"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { type AnswerMessage, formatAmount, parseAmount } from "@/lib/domain/answers/parse-number";
import classes from "./control.module.css";
import type { ControlProps } from "./value-input";

type Props = ControlProps & { isCell?: boolean };

/** An amount as people type it, read back below. What is no number stays in the field, with a word about it once it is left. */
export function AmountInput({ field, id, value, draft = null, onChange, onBlur, disabled, isCell = false, ...aria }: Props) {
  const t = useTranslations();
  const options = { locale: useLocale(), isPercent: field.unit === "percent" };
  const [typed, setTyped] = useState("");
  const [hasFocus, setHasFocus] = useState(false);
  const text = shownText();
  const parsed = parseAmount(text, options);
  const isReadable = text === "" || parsed.ok;
  const problem = isReadable || hasFocus || parsed.ok ? null : parsed.message;
  const unit = field.unit === null ? "" : t(`fields.units.${field.unit}`);

  return (
    <div>
      <div className={classes.box} data-invalid={problem ? true : undefined}>
        <input
          {...aria}
          ref={takeUpEarly}
          id={id}
          className={classes.input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          placeholder={isCell ? unit : undefined}
          value={text}
          disabled={disabled}
          aria-invalid={problem ? true : undefined}
          aria-describedby={[aria["aria-describedby"], `${id}-below`].filter(Boolean).join(" ")}
          onChange={(event) => change(event.target.value)}
          onFocus={() => setHasFocus(true)}
          onBlur={() => {
            setHasFocus(false);
            onBlur?.();
          }}
        />
        {!isCell && unit !== "" && <span className={classes.unit}>{unit}</span>}
      </div>
      <div id={`${id}-below`} aria-live="polite">
        {problem && <p className={classes.error}>{words(problem)}</p>}
        {parsed.ok && isWorthEcho(parsed.value) && <p className={classes.below}>{echo(parsed.value)}</p>}
      </div>
    </div>
  );

  /** What was typed, as long as it still means what the form holds; else what the form holds. */
  function shownText(): string {
    if (draft !== null) return draft;
    if (value === null) return typed.trim() === "" ? typed : "";
    const read = parseAmount(typed, options);
    return read.ok && read.value === value ? typed : formatAmount(Number(value), options.locale);
  }

  function change(next: string) {
    setTyped(next);
    const read = parseAmount(next, options);
    if (next.trim() === "") onChange(null, null);
    else if (read.ok) onChange(read.value, null);
    else onChange(null, next);
  }

  /** A cell has no room for advice. */
  function words({ id: message, params }: AnswerMessage): string {
    return t(isCell ? message.replace("answers.amount.", "answers.amountShort.") : message, params);
  }

  function isWorthEcho(amount: number): boolean {
    return text.trim() !== String(amount) && text.trim() !== formatAmount(amount, options.locale);
  }

  function echo(amount: number): string {
    const words = field.unit === null || isCell ? unit : t(`fields.unitsLong.${field.unit}`);
    return t("answers.echo", { value: formatAmount(amount, options.locale), unit: words });
  }
}

"use client";

import { type ChangeEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { valueSchemaOf } from "@/lib/domain/answers/fields";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./control.module.css";
import type { ControlProps } from "./value-input";

/** One word or a few. */
export function WordInput(props: ControlProps) {
  const t = useTranslations("answers.invalid");
  const { value, draft = null } = props;
  const text = draft ?? (typeof value === "string" ? value : "");
  const type = (typed: string) => offer(props, { typed, wanted: typed.trim() === "" ? null : typed });
  return <TextControl {...props} text={text} problem={t("text", { limit: TEXT_LIMITS.name })} onType={type} />;
}

/** One entry per line; empty lines do not count. */
export function LinesInput(props: ControlProps) {
  const t = useTranslations("answers.invalid");
  const { value, draft = null } = props;
  const [typed, setTyped] = useState("");
  const lines = Array.isArray(value) ? value.map(String) : [];
  const kept = linesOf(typed).join("\n") === lines.join("\n") ? typed : lines.join("\n");
  return <TextControl {...props} text={draft ?? kept} problem={t("list", { limit: TEXT_LIMITS.reason })} onType={type} rows={3} />;

  function type(next: string) {
    setTyped(next);
    const entries = linesOf(next);
    offer(props, { typed: next, wanted: entries.length === 0 ? null : entries });
  }
}

export function DateInput({ id, value, onChange, onBlur, disabled, field: _field, draft: _draft, ...aria }: ControlProps) {
  return (
    <div className={classes.box}>
      <input
        {...aria}
        ref={takeUpEarly}
        id={id}
        className={classes.input}
        type="date"
        value={typeof value === "string" ? value : ""}
        disabled={disabled}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value, null)}
      />
    </div>
  );
}

/** True when the answer schema takes the value at this path. */
export function isStorable(path: string, value: unknown): boolean {
  return valueSchemaOf(path)?.safeParse(value).success ?? false;
}

type TextProps = ControlProps & { text: string; problem: string; onType: (next: string) => void; rows?: number };

/** The box of a text; what is in it without being a value (a draft) is marked, with the problem below. */
function TextControl({ field: _field, value: _value, onChange: _onChange, draft = null, text, problem, onType, rows, ...rest }: TextProps) {
  const isWrong = draft !== null || undefined;
  const control = {
    ...rest,
    className: classes.input,
    value: text,
    "aria-invalid": isWrong,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onType(event.target.value),
  };
  return (
    <div>
      <div className={classes.box} data-invalid={isWrong}>
        {rows === undefined ? (
          <input {...control} ref={takeUpEarly} type="text" autoComplete="off" />
        ) : (
          <textarea {...control} ref={takeUpEarly} rows={rows} />
        )}
      </div>
      {isWrong && (
        <p className={classes.error} role="status">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Hands on what can be kept; anything else stays in the box as it was typed. */
function offer({ field, onChange }: ControlProps, { typed, wanted }: { typed: string; wanted: string | string[] | null }) {
  if (wanted === null || isStorable(field.path, wanted)) onChange(wanted, null);
  else onChange(null, typed);
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

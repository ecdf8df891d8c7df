"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { valueSchemaOf } from "@/lib/domain/answers/fields";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./control.module.css";
import type { ControlProps } from "./value-input";

/** One word or a few. */
export function WordInput({ field, id, value, draft = null, onChange, onBlur, disabled, ...aria }: ControlProps) {
  const t = useTranslations("answers.invalid");
  const text = draft ?? (typeof value === "string" ? value : "");
  return (
    <div>
      <div className={classes.box} data-invalid={draft !== null || undefined}>
        <input
          {...aria}
          ref={takeUpEarly}
          id={id}
          className={classes.input}
          type="text"
          autoComplete="off"
          value={text}
          disabled={disabled}
          aria-invalid={draft !== null || undefined}
          onBlur={onBlur}
          onChange={(event) => offer(event.target.value)}
        />
      </div>
      {draft !== null && (
        <p className={classes.error} role="status">
          {t("text", { limit: TEXT_LIMITS.name })}
        </p>
      )}
    </div>
  );

  function offer(next: string) {
    const wanted = next.trim() === "" ? null : next;
    if (wanted === null || isStorable(field.path, wanted)) onChange(wanted, null);
    else onChange(null, next);
  }
}

/** One entry per line; empty lines do not count. */
export function LinesInput({ field, id, value, draft = null, onChange, onBlur, disabled, ...aria }: ControlProps) {
  const t = useTranslations("answers");
  const [typed, setTyped] = useState("");
  const lines = Array.isArray(value) ? value.map(String) : [];
  const kept = linesOf(typed).join("\n") === lines.join("\n") ? typed : lines.join("\n");
  const text = draft ?? kept;
  return (
    <div>
      <div className={classes.box} data-invalid={draft !== null || undefined}>
        <textarea
          {...aria}
          ref={takeUpEarly}
          id={id}
          className={classes.input}
          rows={3}
          value={text}
          disabled={disabled}
          aria-invalid={draft !== null || undefined}
          onBlur={onBlur}
          onChange={(event) => offer(event.target.value)}
        />
      </div>
      {draft !== null && (
        <p className={classes.error} role="status">
          {t("invalid.list", { limit: TEXT_LIMITS.reason })}
        </p>
      )}
    </div>
  );

  function offer(next: string) {
    setTyped(next);
    const entries = linesOf(next);
    const wanted = entries.length === 0 ? null : entries;
    if (wanted === null || isStorable(field.path, wanted)) onChange(wanted, null);
    else onChange(null, next);
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

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

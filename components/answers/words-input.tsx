"use client";

import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./control.module.css";
import { isStorable } from "./text-inputs";
import type { ControlProps } from "./value-input";

/** A few words as tags. Enter, comma and leaving the field add one; Backspace in the empty field takes the last one back. */
export function WordsInput({ field, id, value, draft = null, onChange, onBlur, disabled, ...aria }: ControlProps) {
  const t = useTranslations();
  const [typed, setTyped] = useState(draft ?? "");
  const words = Array.isArray(value) ? value.map(String) : [];
  const rest = typed.trim();
  const isTooMuch = rest !== "" && !isStorable(field.path, [...words, rest]);
  return (
    <div>
      <div className={classes.box} data-invalid={isTooMuch || undefined}>
        <div className={classes.tags}>
          {words.map((word) => (
            <span key={word} className={classes.tag}>
              {word}
              <button
                type="button"
                disabled={disabled}
                aria-label={t("answers.wordsRemove", { word })}
                onClick={() => put(words.filter((other) => other !== word))}
              >
                ×
              </button>
            </span>
          ))}
          <input
            {...aria}
            ref={takeUpEarly}
            id={id}
            className={classes.input}
            type="text"
            autoComplete="off"
            value={typed}
            disabled={disabled}
            aria-invalid={isTooMuch || undefined}
            onChange={(event) => type(event.target.value)}
            onKeyDown={keyDown}
            onBlur={() => {
              add(typed);
              onBlur?.();
            }}
          />
        </div>
      </div>
      <p className={isTooMuch ? classes.error : classes.below}>
        {isTooMuch ? t("answers.invalid.list", { limit: TEXT_LIMITS.name }) : t("answers.listHint")}
      </p>
    </div>
  );

  function type(next: string) {
    if (next.includes(",")) add(next);
    else setTyped(next);
  }

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add(typed);
    }
    if (event.key === "Backspace" && typed === "" && words.length > 0) put(words.slice(0, -1));
  }

  function add(text: string) {
    const found = text.split(",").map((word) => word.trim());
    const next = [...new Set([...words, ...found.filter((word) => word !== "")])];
    if (next.length === words.length) return setTyped("");
    if (!isStorable(field.path, next)) return setTyped(text);
    setTyped("");
    put(next);
  }

  function put(next: string[]) {
    onChange(next.length > 0 ? next : null, null);
  }
}

"use client";

import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { storableText, TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./control.module.css";

type Props = {
  id: string;
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  disabled?: boolean;
  /** Left out where a visible label names the field. */
  label?: string;
  placeholder?: string;
};

const reasonSchema = storableText(TEXT_LIMITS.reason);

/** One line of why. Text that is too long stays, with a word about it; the outbox keeps it on this device. */
export function ReasonInput({ id, value, onChange, onBlur, disabled, label, placeholder }: Props) {
  const t = useTranslations("answers");
  const isFit = reasonSchema.safeParse(value).success;
  return (
    <div>
      <div className={classes.box} data-invalid={!isFit || undefined}>
        <input
          ref={takeUpEarly}
          id={id}
          className={classes.input}
          type="text"
          autoComplete="off"
          aria-label={label}
          placeholder={placeholder}
          value={value}
          disabled={disabled}
          aria-invalid={!isFit || undefined}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {!isFit && (
        <p className={classes.error} role="status">
          {t("invalid.text", { limit: TEXT_LIMITS.reason })}
        </p>
      )}
    </div>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import { type Basis, basisSchema } from "@/lib/domain/answers/schema";
import classes from "./basis-input.module.css";

type Props = { id: string; value: Basis | null; onChange: (basis: Basis | null) => void; disabled?: boolean; label: string };

/** How somebody knows a number. Starts empty: most people guess, and a chosen "measured" must mean something. */
export function BasisSelect({ id, value, onChange, disabled, label }: Props) {
  const t = useTranslations();
  return (
    <select
      ref={takeUpEarly}
      id={id}
      className={classes.select}
      data-basis={value ?? "none"}
      aria-label={label}
      value={value ?? ""}
      disabled={disabled}
      onChange={(event) => onChange(basisSchema.safeParse(event.target.value).data ?? null)}
    >
      <option value="">{t("answers.howDoYouKnow")}</option>
      {basisSchema.options.map((basis) => (
        <option key={basis} value={basis}>
          {basis === "measured" ? `◆ ${t(`fields.basis.${basis}`)}` : t(`fields.basis.${basis}`)}
        </option>
      ))}
    </select>
  );
}

"use client";

import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { CustomFieldDef, CustomValues } from "@/lib/client/shortlist/custom-values";
import { findFacts } from "@/lib/domain/engine/facts";
import classes from "./custom-form.module.css";

const ERRORS = { choice: "badChoice", many: "badChoice", number: "badNumber", text: "badText", list: "badText" } as const;

/** One fact: a choice with "unknown" first, boxes to tick, or a number or text that may stay blank. */
export function CustomField({ field }: { field: CustomFieldDef }) {
  const t = useTranslations("candidates.custom");
  const words = useTranslations("catalogue");
  const { register, formState } = useFormContext<CustomValues>();
  const label = field.words === "workload" ? words(`workload.${field.key.replace("fit_", "")}`) : t(`field.${field.key}`);
  const error = formState.errors[field.key] && t(ERRORS[field.type]);
  if (field.type === "many") {
    return (
      <fieldset className={classes.many}>
        <legend>{label}</legend>
        <p className="small">{t("manyHint")}</p>
        <div>
          {field.options.map((option) => (
            <Checkbox key={option} value={option} label={wordOf(option)} {...register(field.key)} />
          ))}
        </div>
        {error && <p role="alert">{error}</p>}
      </fieldset>
    );
  }
  if (field.type !== "choice") {
    const inputMode = field.type === "number" ? "decimal" : "text";
    return <TextInput label={label} description={t(`unit.${field.key}`)} inputMode={inputMode} error={error} {...register(field.key)} />;
  }
  return (
    <NativeSelect label={label} error={error} {...register(field.key)}>
      <option value="">{words("unknown")}</option>
      {field.options.map((option) => (
        <option key={option} value={option}>
          {wordOf(option)}
        </option>
      ))}
    </NativeSelect>
  );

  function wordOf(option: string): string {
    if (option === "yes" || option === "no") return words(option);
    if (field.words === "family") return findFacts(option)?.name ?? option;
    const family = field.words === "workload" ? "fit" : field.words;
    return words(`${family}.${option === "n/a" ? "na" : option}`);
  }
}

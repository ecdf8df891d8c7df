"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { FieldDef } from "@/lib/domain/answers/fields";
import type { MessageRef } from "@/lib/domain/disagreement/message-ref";
import { toSignificant } from "@/lib/domain/disagreement/rounding";
import { useDifferences } from "./differences-context";

/** Turns fields, values and message references into words. */
export function useWords() {
  const t = useTranslations();
  const format = useFormatter();
  const { familyNames, person } = useDifferences();

  const option = (field: FieldDef, value: string) => {
    const id = `fields.${field.path}.options.${value}`;
    return field.options.includes(value) && t.has(id) ? t(id) : value;
  };
  const amount = (field: FieldDef, value: number) => (field.unit ? t(`fields.amounts.${field.unit}`, { n: value }) : format.number(value));
  const family = (key: string) => familyNames[key] ?? key;

  const value = (field: FieldDef, given: unknown): string => {
    if (typeof given === "number") return amount(field, given);
    if (typeof given === "string") return option(field, given);
    if (Array.isArray(given))
      return (
        format.list(
          given.map((item) => option(field, String(item))),
          { type: "unit" },
        ) || t("differences.answers.empty")
      );
    if (typeof given !== "object" || given === null) return t("differences.answers.unknown");
    const levels = Object.entries(given).map(([key, level]) =>
      t("differences.answers.experience", { family: family(key), level: t(`fields.experience.${level}`) }),
    );
    return format.list(levels, { type: "unit" });
  };

  const message = (field: FieldDef, ref: MessageRef): string => {
    const params = Object.entries(ref.params).map(([name, param]) => {
      if (name === "option") return [name, option(field, String(param))];
      return [name, name === "low" || name === "high" ? amount(field, Number(param)) : param];
    });
    return t(ref.id, Object.fromEntries(params));
  };

  return {
    label: (field: FieldDef) => t(`fields.${field.path}.label`),
    names: (memberIds: readonly string[]) => format.list(memberIds.map((id) => person(id).name)),
    option,
    amount,
    /** Two digits are all that the end of a band is worth. */
    about: (field: FieldDef, end: number) => amount(field, toSignificant(end, 2)),
    family,
    value,
    message,
  };
}

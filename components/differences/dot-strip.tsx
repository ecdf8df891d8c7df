"use client";

import { useTranslations } from "use-intl";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./dot-strip.module.css";
import { NumberStrip } from "./number-strip";
import { OptionStrip } from "./option-strip";
import { useWords } from "./use-words";

/** Where each member stands: on an axis for numbers, in columns for options. The answer list says the same in text. */
export function DotStrip({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences.strip");
  const words = useWords();
  const detail = words.message(field.def, field.detail ?? field.label);
  return (
    <div className={classes.frame} role="img" aria-label={t("label", { field: words.label(field.def), detail })}>
      {field.def.type === "number" ? <NumberStrip field={field} /> : <OptionStrip field={field} />}
    </div>
  );
}

"use client";

import { Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "use-intl";
import { frameInputSchema, type WorksheetView } from "@/lib/domain/worksheet/schema";
import type { SaveFrameField } from "./frame-field";
import classes from "./frame-sheet.module.css";
import { useSavedText } from "./use-saved-text";

/** The sentence, the scope and the record's number: the parts of the frame that are not answers. */
export function DecisionFields({ worksheet, save }: { worksheet: WorksheetView; save: SaveFrameField }) {
  const t = useTranslations("worksheet.frame");
  const limits = frameInputSchema.shape;
  const title = useSavedText({
    saved: worksheet.title,
    save: (text) => (limits.title.safeParse(text).success ? save("title", text.trim()) : t("invalid")),
  });
  const scope = useSavedText({
    saved: worksheet.scope,
    save: (text) => (limits.scope.safeParse(text).success ? save("scope", text) : t("invalid")),
  });
  const number = useSavedText({
    saved: String(worksheet.adr.number ?? worksheet.nextNumber),
    save: (text) => (limits.adrNumber.safeParse(Number(text)).success ? save("adrNumber", Number(text)) : t("number")),
  });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t("groups.decision")}</legend>
      <div className={classes.fields}>
        <TextInput
          className={classes.wide}
          label={t("sentence")}
          value={title.value}
          error={title.error}
          onBlur={title.onBlur}
          onChange={(event) => title.onChange(event.currentTarget.value)}
        />
        <Textarea
          className={classes.wide}
          label={t("scope")}
          description={t("scopeHint")}
          rows={3}
          value={scope.value}
          error={scope.error}
          onBlur={scope.onBlur}
          onChange={(event) => scope.onChange(event.currentTarget.value)}
        />
        <TextInput
          label={t("adrNumber")}
          description={t("adrNumberHint")}
          inputMode="numeric"
          value={number.value}
          error={number.error}
          onBlur={number.onBlur}
          onChange={(event) => number.onChange(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}

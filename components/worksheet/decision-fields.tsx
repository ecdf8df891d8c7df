"use client";

import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "use-intl";
import { LOCALES } from "@/lib/domain/messages/locales";
import { frameInputSchema } from "@/lib/domain/worksheet/inputs";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { LOCALE_NAMES } from "@/messages/locale";
import { FrameConflict } from "./frame-conflict";
import classes from "./frame-sheet.module.css";
import type { FrameFormat } from "./frame-text";
import { type SaveFrameField, useSavedText } from "./use-saved-text";

/** The sentence, the scope and the record's number: the parts of the frame that are not answers. */
export function DecisionFields({ worksheet, save }: { worksheet: WorksheetView; save: SaveFrameField }) {
  const t = useTranslations("worksheet.frame");
  const shared = { worksheetId: worksheet.id, save };
  const title = useSavedText({ ...shared, field: "title", value: worksheet.title, format: TITLE });
  const scope = useSavedText({ ...shared, field: "scope", value: worksheet.scope, format: SCOPE });
  const number = useSavedText({ ...shared, field: "adrNumber", value: worksheet.adr.number ?? worksheet.nextNumber, format: NUMBER });
  const language = useSavedText({ ...shared, field: "language", value: worksheet.language, format: LANGUAGE });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t("groups.decision")}</legend>
      <div className={classes.fields}>
        <div className={classes.wide}>
          <TextInput
            label={t("sentence")}
            value={title.value}
            error={title.error}
            onBlur={title.onBlur}
            onChange={(event) => title.onChange(event.currentTarget.value)}
          />
          <FrameConflict box={title} />
        </div>
        <div className={classes.wide}>
          <Textarea
            label={t("scope")}
            description={t("scopeHint")}
            rows={3}
            value={scope.value}
            error={scope.error}
            onBlur={scope.onBlur}
            onChange={(event) => scope.onChange(event.currentTarget.value)}
          />
          <FrameConflict box={scope} />
        </div>
        <TextInput
          label={t("adrNumber")}
          readOnly={worksheet.space !== null}
          description={worksheet.space === null ? t("adrNumberHint") : t("adrNumberOfSpace", { name: worksheet.space.name })}
          inputMode="numeric"
          value={number.value}
          error={number.error}
          onBlur={number.onBlur}
          onChange={(event) => number.onChange(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("language")}
          description={t("languageHint")}
          data={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
          value={language.value}
          error={language.error}
          onChange={(event) => language.choose(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}

const limits = frameInputSchema.shape;

const TITLE: FrameFormat = {
  textOf: String,
  read: (text) => (limits.title.safeParse(text).success ? { ok: true, value: text.trim() } : { ok: false, reason: "invalid" }),
};

const SCOPE: FrameFormat = {
  textOf: String,
  read: (text) => (limits.scope.safeParse(text).success ? { ok: true, value: text } : { ok: false, reason: "invalid" }),
};

const LANGUAGE: FrameFormat = {
  textOf: String,
  read: (text) => (limits.language.safeParse(text).success ? { ok: true, value: text } : { ok: false, reason: "invalid" }),
};

const NUMBER: FrameFormat = {
  textOf: String,
  read: (text) => (limits.adrNumber.safeParse(Number(text)).success ? { ok: true, value: Number(text) } : { ok: false, reason: "number" }),
};

"use client";

import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useLocale, useTranslations } from "use-intl";
import type { FieldDef } from "@/lib/domain/answers/fields";
import { FrameConflict } from "./frame-conflict";
import classes from "./frame-sheet.module.css";
import { textOfValue, valueOfText } from "./frame-text";
import { type SaveFrameField, useSavedText } from "./use-saved-text";

type Props = { worksheetId: string; field: FieldDef; value: unknown; save: SaveFrameField };

export function FrameField(props: Props) {
  switch (props.field.type) {
    case "choice":
    case "ordinal":
      return <ChoiceField {...props} />;
    case "multi":
      return <MultiField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

function ChoiceField(props: Props) {
  const { field } = props;
  const t = useTranslations();
  const box = useFieldBox(props);
  const options = field.options.map((option) => ({ value: option, label: t(`fields.${field.path}.options.${option}`) }));
  return (
    <div>
      <NativeSelect
        label={t(`fields.${field.path}.label`)}
        description={useHint(field)}
        data={[{ value: "", label: t("worksheet.frame.notAnswered") }, ...options]}
        value={box.value}
        error={box.error}
        onChange={(event) => box.choose(event.currentTarget.value)}
      />
      <FrameConflict box={box} words={useOptionWords(field)} />
    </div>
  );
}

function MultiField(props: Props) {
  const { field } = props;
  const t = useTranslations();
  const box = useFieldBox(props);
  return (
    <div className={classes.wide}>
      <Checkbox.Group
        label={t(`fields.${field.path}.label`)}
        description={useHint(field)}
        value={box.value === "" ? [] : box.value.split(",")}
        error={box.error}
        onChange={(chosen) => box.choose(chosen.join(","))}
      >
        <div className={classes.options}>
          {field.options.map((option) => (
            <Checkbox key={option} value={option} label={t(`fields.${field.path}.options.${option}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <FrameConflict box={box} words={useOptionWords(field)} />
    </div>
  );
}

function TextField(props: Props) {
  const { field } = props;
  const t = useTranslations();
  const box = useFieldBox(props);
  const shared = {
    label: t(`fields.${field.path}.label`),
    description: useHint(field),
    value: box.value,
    onBlur: box.onBlur,
    error: box.error,
  };
  if (field.type === "lines") {
    return (
      <div className={classes.wide}>
        <Textarea {...shared} rows={3} onChange={(event) => box.onChange(event.currentTarget.value)} />
        <FrameConflict box={box} />
      </div>
    );
  }
  return (
    <div>
      <TextInput
        {...shared}
        type={field.type === "date" ? "date" : "text"}
        inputMode={field.type === "number" ? "decimal" : undefined}
        autoComplete="off"
        rightSection={field.unit ? <span className={classes.unit}>{t(`fields.units.${field.unit}`)}</span> : undefined}
        rightSectionWidth="auto"
        onChange={(event) => box.onChange(event.currentTarget.value)}
      />
      <FrameConflict box={box} />
    </div>
  );
}

function useFieldBox({ worksheetId, field, value, save }: Props) {
  const box = { field, locale: useLocale() };
  return useSavedText({
    worksheetId,
    field: { path: field.path },
    value,
    format: { textOf: (from) => textOfValue(box, from), read: (text) => valueOfText(box, text) },
    save,
  });
}

function useOptionWords(field: FieldDef) {
  const t = useTranslations();
  return (text: string) =>
    text
      .split(",")
      .map((option) => t(`fields.${field.path}.options.${option}`))
      .join(", ");
}

function useHint(field: FieldDef): string | undefined {
  const t = useTranslations();
  if (t.has(`fields.${field.path}.hint`)) return t(`fields.${field.path}.hint`);
  if (field.type === "words") return t("worksheet.frame.listHint");
  return field.type === "lines" ? t("worksheet.frame.linesHint") : undefined;
}

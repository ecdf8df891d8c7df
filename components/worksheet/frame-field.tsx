"use client";

import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { FrameField as FrameFieldName, FrameOutcome } from "@/lib/client/worksheet/frame-saver";
import type { FieldDef } from "@/lib/domain/answers/fields";
import classes from "./frame-sheet.module.css";
import { textOfValue, valueOfText } from "./frame-text";
import { useSavedText } from "./use-saved-text";

export type SaveFrameField = (field: FrameFieldName, value: unknown) => Promise<FrameOutcome>;
type Props = { field: FieldDef; value: unknown; save: SaveFrameField };

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

function ChoiceField({ field, value, save }: Props) {
  const t = useTranslations();
  const options = field.options.map((option) => ({ value: option, label: t(`fields.${field.path}.options.${option}`) }));
  return (
    <NativeSelect
      label={t(`fields.${field.path}.label`)}
      description={useHint(field)}
      data={[{ value: "", label: t("worksheet.frame.notAnswered") }, ...options]}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => void save({ path: field.path }, event.currentTarget.value || undefined)}
    />
  );
}

function MultiField({ field, value, save }: Props) {
  const t = useTranslations();
  return (
    <Checkbox.Group
      className={classes.wide}
      label={t(`fields.${field.path}.label`)}
      description={useHint(field)}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(chosen) => void save({ path: field.path }, chosen.length > 0 ? chosen : undefined)}
    >
      <div className={classes.options}>
        {field.options.map((option) => (
          <Checkbox key={option} value={option} label={t(`fields.${field.path}.options.${option}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function TextField({ field, value, save }: Props) {
  const t = useTranslations();
  const box = useSavedText({
    saved: textOfValue(field, value),
    save: (text) => {
      const read = valueOfText(field, text);
      return read.ok ? save({ path: field.path }, read.value) : t(`worksheet.frame.${read.reason}`);
    },
  });
  const shared = {
    label: t(`fields.${field.path}.label`),
    description: useHint(field),
    value: box.value,
    onBlur: box.onBlur,
    error: box.error,
  };
  if (field.type === "lines") {
    return <Textarea {...shared} className={classes.wide} rows={3} onChange={(event) => box.onChange(event.currentTarget.value)} />;
  }
  return (
    <TextInput
      {...shared}
      type={field.type === "date" ? "date" : "text"}
      inputMode={field.type === "number" ? "decimal" : undefined}
      autoComplete="off"
      rightSection={field.unit ? <span className={classes.unit}>{t(`fields.units.${field.unit}`)}</span> : undefined}
      rightSectionWidth="auto"
      onChange={(event) => box.onChange(event.currentTarget.value)}
    />
  );
}

function useHint(field: FieldDef): string | undefined {
  const t = useTranslations();
  if (t.has(`fields.${field.path}.hint`)) return t(`fields.${field.path}.hint`);
  if (field.type === "words") return t("worksheet.frame.listHint");
  return field.type === "lines" ? t("worksheet.frame.linesHint") : undefined;
}

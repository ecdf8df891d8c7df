"use client";

import { useFormatter, useTranslations } from "use-intl";
import { frameValue } from "@/lib/client/worksheet/frame-saver";
import type { FieldDef } from "@/lib/domain/answers/fields";
import type { Answers } from "@/lib/domain/answers/schema";
import { FRAME_GROUPS } from "./frame-groups";
import classes from "./frame-sheet.module.css";
import { StatedNote } from "./stated-note";

/** The frame as a list of what is filled in; blanks are counted above, not listed. */
export function FrameReading({ frame, template }: { frame: Answers; template: string | null }) {
  const t = useTranslations();
  const words = useFrameWords();
  const filled = FRAME_GROUPS.flatMap((group) => group.fields).filter((field) => frameValue(frame, field.path) !== undefined);
  if (filled.length === 0) return <p className="quiet">{t("worksheet.frame.readOnlyEmpty")}</p>;
  return (
    <dl className={classes.reading}>
      {filled.map((field) => (
        <div key={field.path} style={{ display: "contents" }}>
          <dt>{t(`fields.${field.path}.label`)}</dt>
          <dd className="num">
            {words(field, frameValue(frame, field.path))}
            <StatedNote template={template} path={field.path} value={frameValue(frame, field.path)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useFrameWords() {
  const t = useTranslations("fields");
  const format = useFormatter();
  const option = (field: FieldDef, value: string) => (field.options.includes(value) ? t(`${field.path}.options.${value}`) : value);
  return (field: FieldDef, value: unknown): string => {
    if (Array.isArray(value)) return format.list(value.map((item) => option(field, String(item))));
    if (typeof value === "number") {
      const amount = format.number(value, { maximumFractionDigits: 4 });
      return field.unit ? `${amount} ${t(`units.${field.unit}`)}` : amount;
    }
    if (field.type === "date") return format.dateTime(new Date(`${String(value)}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
    return option(field, String(value));
  };
}

"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { frameValue, useFrameSaver } from "@/lib/client/worksheet/frame-saver";
import { hasKeptFrameDrafts } from "@/lib/client/worksheet/kept-frame-drafts";
import type { FieldDef } from "@/lib/domain/answers/fields";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { DecisionFields } from "./decision-fields";
import { FrameField } from "./frame-field";
import { FRAME_GROUPS } from "./frame-groups";
import { FrameReading } from "./frame-reading";
import classes from "./frame-sheet.module.css";
import { StatedNote } from "./stated-note";

/** What holds for everybody, once. The facilitator edits it in place, field by field; everybody else reads it. */
export function FrameSheet({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.frame");
  const [isOpen, setIsOpen] = useState(false);
  const save = useFrameSaver(worksheet.id);
  const canEdit = worksheet.you.role === "facilitator" && !worksheet.isFrozen;
  useEffect(() => {
    if (!canEdit) return;
    // Text of an earlier visit that was never sent must not wait unseen behind a closed sheet.
    void hasKeptFrameDrafts(worksheet.id).then((hasSome) => hasSome && setIsOpen(true));
  }, [worksheet.id, canEdit]);
  const all = FRAME_GROUPS.flatMap((group) => group.fields);
  const filled = all.filter((field) => frameValue(worksheet.frame, field.path) !== undefined).length;
  const facilitator = worksheet.members.find((member) => member.role === "facilitator");
  return (
    <section className={classes.sheet} aria-labelledby="frame-title">
      <div className={classes.head}>
        <h2 id="frame-title">{t("title")}</h2>
        <span className="small num">{t("filled", { count: filled, total: all.length })}</span>
        {canEdit && (
          <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? "close" : "open")}
          </button>
        )}
      </div>
      <p className="small">{canEdit || !facilitator ? t("lead") : t("readOnly", { name: facilitator.name })}</p>
      {canEdit && isOpen ? (
        <>
          <DecisionFields worksheet={worksheet} save={save} />
          {FRAME_GROUPS.map((group) => (
            <fieldset key={group.id} className={classes.group}>
              <legend className={classes.legend}>{t(`groups.${group.id}`)}</legend>
              <div className={classes.fields}>
                {group.fields.map((field) => (
                  <div key={field.path} className={isWide(field) ? classes.wide : undefined}>
                    <FrameField worksheetId={worksheet.id} field={field} value={frameValue(worksheet.frame, field.path)} save={save} />
                    <StatedNote template={worksheet.template} path={field.path} value={frameValue(worksheet.frame, field.path)} />
                  </div>
                ))}
              </div>
            </fieldset>
          ))}
        </>
      ) : (
        <FrameReading frame={worksheet.frame} template={worksheet.template} />
      )}
    </section>
  );
}

function isWide({ type }: FieldDef): boolean {
  return type === "multi" || type === "lines";
}

"use client";

import { useTranslations } from "use-intl";
import { FrameField } from "@/components/worksheet/frame-field";
import { frameValue, useFrameSaver } from "@/lib/client/worksheet/frame-saver";
import { FIELDS } from "@/lib/domain/answers/fields";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./desk.module.css";

const GROUPS = (["process", "migration"] as const).map((id) => ({
  id,
  fields: FIELDS.filter((field) => field.place === "decision" && field.path.startsWith(`${id}.`)),
}));

/** How the decision was made and how to get there: asked here once, for the rules that read it. The facilitator answers. */
export function ProcessFields({ view }: { view: WorksheetView }) {
  const t = useTranslations("decision.process");
  const save = useFrameSaver(view.id);
  if (view.you.role !== "facilitator" || view.isFrozen) return null;
  return (
    <section className={classes.part} aria-labelledby="process-heading">
      <h2 id="process-heading" className={classes.heading}>
        {t("heading")}
      </h2>
      <p className="small">{t("hint")}</p>
      {GROUPS.map(({ id, fields }) => (
        <details key={id} className={classes.group}>
          <summary>
            {t(id, { n: fields.filter((field) => frameValue(view.frame, field.path) !== undefined).length, total: fields.length })}
          </summary>
          <div className={classes.fields}>
            {fields.map((field) => (
              <FrameField key={field.path} worksheetId={view.id} field={field} value={frameValue(view.frame, field.path)} save={save} />
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}

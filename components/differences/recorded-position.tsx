"use client";

import { useTranslations } from "use-intl";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import type { PositionView } from "@/lib/domain/worksheet/schema";
import classes from "./converge-panel.module.css";
import { useWords } from "./use-words";

/** What the team's answer is, how it was reached and who recorded it. */
export function RecordedPosition({ field, position }: { field: WorksheetField; position: PositionView }) {
  const t = useTranslations("differences.converge");
  const words = useWords();
  const bold = (chunks: React.ReactNode) => <b>{chunks}</b>;
  const isKnown = position.value !== null;
  return (
    <div data-testid={`position-${field.field}`}>
      <p>
        <span aria-hidden className={classes.tick}>
          {isKnown ? "✓ " : "○ "}
        </span>
        {isKnown ? t.rich("recorded", { b: bold, value: words.value(field.def, position.value) }) : t.rich("recordedUnknown", { b: bold })}
      </p>
      <p className="small">{t("recordedBy", { reached: t(`reachedOptions.${position.reached}`), by: position.by })}</p>
      {position.reason ? <p className="small">{t("reasonGiven", { reason: position.reason })}</p> : null}
    </div>
  );
}

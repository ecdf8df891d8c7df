"use client";

import { useTranslations } from "use-intl";
import { proposePosition } from "@/lib/domain/disagreement/proposal";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { ConvergePanel } from "./converge-panel";
import rows from "./field-rows.module.css";
import { RecordAll } from "./record-all";
import { useWords } from "./use-words";

/** One person's worksheet: each number with the band that follows from how it is known. */
export function SoloAnswers({ fields }: { fields: readonly WorksheetField[] }) {
  const t = useTranslations("differences.solo");
  const words = useWords();
  return (
    <section>
      <h2>{t("title")}</h2>
      <RecordAll fields={fields} label={t("record")} />
      <ul className={rows.rows}>
        {fields.map((field) => (
          <li key={field.field} className={rows.row} data-testid={`row-${field.field}`}>
            <p className={rows.label}>{words.label(field.def)}</p>
            <ConvergePanel field={field}>
              <p>
                <b className={rows.value}>{words.value(field.def, field.answers[0]?.value)}</b>
              </p>
              <Band field={field} />
            </ConvergePanel>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Band({ field }: { field: WorksheetField }) {
  const t = useTranslations();
  const words = useWords();
  const { low, high } = proposePosition({ field: field.def, answers: field.answers });
  if (low === null || high === null) return null;
  const basis = field.answers[0]?.basis;
  const ends = { low: words.about(field.def, low), high: words.about(field.def, high) };
  return (
    <p className="small">
      {basis ? t("differences.solo.band", { ...ends, basis: t(`fields.basis.${basis}`) }) : t("differences.solo.bandAssumed", ends)}
    </p>
  );
}

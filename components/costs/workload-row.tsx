"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatAmount } from "@/lib/domain/answers/parse-number";
import { isShareKey, type WorkloadKey } from "@/lib/domain/cost-settings/settings";
import { describeWorkload } from "@/lib/domain/costs/describe-workload";
import { type Workload, workloadSchema } from "@/lib/domain/costs/workload-schema";
import { useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";
import { NumberEditor } from "./number-editor";
import classes from "./price-panel.module.css";
import { useCostWords } from "./use-cost-words";

type Props = { name: WorkloadKey; workload: Workload; source: string };

/** One number of the workload with its unit and source, and the way to change it. */
export function WorkloadRow({ name, workload, source }: Props) {
  const t = useTranslations("costsheet.workload");
  const locale = useLocale();
  const { canEdit } = useCostEditing();
  const [isEditing, setEditing] = useState(false);
  const { say } = useCostWords();
  const label = t(`labels.${name}`);
  const value = workload[name] ?? null;
  const shown = value === null ? null : rounded(isShareKey(name) ? value * 100 : value);
  return (
    <li>
      <div className={classes.row}>
        <span>
          {label}
          <span className={classes.source}>{source}</span>
          {canEdit && !isEditing && (
            <button type="button" className={editor.change} onClick={() => setEditing(true)} aria-label={t("changeLabel", { label })}>
              {t("change")}
            </button>
          )}
        </span>
        <span className={classes.price}>
          {shown === null ? t("unknown") : formatAmount(shown, locale)}
          {shown !== null && <span className={classes.source}>{t(`units.${name}`)}</span>}
        </span>
      </div>
      {isEditing && (
        <NumberEditor
          settingKey={`workload.${name}`}
          label={label}
          unit={t(`units.${name}`)}
          value={shown}
          isShare={isShareKey(name)}
          onClose={() => setEditing(false)}
        >
          {(next) => {
            const typed = next === null ? null : workloadSchema.safeParse({ ...workload, profile: undefined, [name]: next });
            return (
              <p className={editor.note} role="status">
                {typed?.success ? say(describeWorkload({ ...typed.data, profile: workload.profile }, locale)) : ""}
              </p>
            );
          }}
        </NumberEditor>
      )}
    </li>
  );
}

/** Four digits that count: more would pretend to know. */
function rounded(value: number): number {
  return value >= 1_000 ? Math.round(value) : Number(value.toPrecision(4));
}

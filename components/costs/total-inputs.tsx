"use client";

import { Checkbox } from "@mantine/core";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import type { TcoRequest } from "@/lib/domain/costs/tco-schema";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";
import { NumberEditor } from "./number-editor";
import classes from "./price-panel.module.css";
import { RangeEditor } from "./range-editor";
import { useCostWords } from "./use-cost-words";

type Key = "people" | "engineerHourUsd" | "outageHourUsd" | "outageHoursYear";
const KEYS: readonly Key[] = ["engineerHourUsd", "people", "outageHourUsd", "outageHoursYear"];

/** What the total cost rests on besides bills; unknown leaves a component out, so it is asked for here. */
export const TotalInputs = memo(function TotalInputs({ tco }: { tco: TcoRequest }) {
  const t = useTranslations("costsheet.range");
  const { money } = useCostWords();
  const { worksheetId, canEdit, settings } = useCostEditing();
  const change = useChangeSetting(worksheetId);
  const [open, setOpen] = useState<Key | null>(null);
  const waived = settingOf(settings, "tco.isEgressWaived");
  const shown = (key: Key) => {
    if (key === "people") return tco.people === undefined ? null : String(tco.people);
    const range = tco[key];
    if (key === "outageHoursYear") return t("hours", tco.outageHoursYear);
    return range === undefined ? null : t("range", { low: money(range.low), likely: money(range.likely), high: money(range.high) });
  };
  return (
    <section>
      <h2 className={classes.subheading}>{t("title")}</h2>
      <ul className={classes.list}>
        {KEYS.map((key) => {
          const { by, value } = settingOf(settings, `tco.${key}`);
          const text = shown(key);
          return (
            <li key={key}>
              <div className={classes.row}>
                <span>
                  {t(`labels.${key}`)}
                  {value !== null && <span className={classes.source}>{t("setBy", { by: by ?? "" })}</span>}
                  {text === null && <span className={classes.warn}>▲ {t("missing")}</span>}
                  {canEdit && open !== key && (
                    <button
                      type="button"
                      className={editor.change}
                      onClick={() => setOpen(key)}
                      aria-label={`${t("change")}: ${t(`labels.${key}`)}`}
                    >
                      {t("change")}
                    </button>
                  )}
                </span>
                <span className={classes.price}>{text ?? t("unknown")}</span>
              </div>
              {open === key && key === "people" && (
                <NumberEditor
                  settingKey="tco.people"
                  label={t("labels.people")}
                  unit={t("peopleUnit")}
                  value={tco.people ?? null}
                  isShare={false}
                  onClose={() => setOpen(null)}
                />
              )}
              {open === key && key !== "people" && (
                <RangeEditor
                  settingKey={`tco.${key}`}
                  label={t(`labels.${key}`)}
                  isMoney={key !== "outageHoursYear"}
                  value={tco[key] ?? null}
                  onClose={() => setOpen(null)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {canEdit && (
        <div className={editor.fields}>
          <Checkbox
            label={t("waived")}
            description={t("waivedHelp")}
            checked={waived.value === true}
            disabled={change.isPending}
            onChange={(event) =>
              change.mutate({ key: "tco.isEgressWaived", value: event.currentTarget.checked || null, baseVersion: waived.version })
            }
          />
          <ErrorNote error={change.error} />
        </div>
      )}
    </section>
  );
});

"use client";

import { Checkbox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import { type DesignPart, designKey } from "@/lib/domain/cost-settings/design-terms";
import type { DesignRequest } from "@/lib/domain/costs/request-schema";
import type { DesignTotal, Range } from "@/lib/domain/costs/tco-schema";
import type { Terms } from "@/lib/domain/costs/terms";
import { CommitmentEditor } from "./commitment-editor";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";
import { LockInEditor, TIES } from "./lock-in-editor";
import classes from "./price-panel.module.css";
import { RangeEditor } from "./range-editor";

type Props = { design: DesignRequest; terms: Terms; total: DesignTotal | null };

/** What can be said about one design, each with its value of now and the way to change it. */
export function DesignTermRows({ design, terms, total }: Props) {
  const t = useTranslations("costsheet.terms");
  const { worksheetId, settings } = useCostEditing();
  const change = useChangeSetting(worksheetId);
  const { id } = design;
  const key = (part: DesignPart) => designKey(id, part);
  const free = settingOf(settings, key("freeTier"));
  const range = ({ low, likely, high }: Range) => t("range", { low, likely, high });
  const isBill = design.shape === "current_bill";
  return (
    <>
      {!isBill && (
        <div className={editor.fields}>
          <Checkbox
            label={t("freeTier")}
            description={t("freeTierHelp")}
            checked={terms.freeTier}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ key: key("freeTier"), value: event.currentTarget.checked, baseVersion: free.version })}
          />
          <ErrorNote error={change.error} />
        </div>
      )}
      <ul className={classes.list}>
        {!isBill && (
          <TermRow
            settingKey={key("commitment")}
            label={t("commitment")}
            value={
              terms.commitment
                ? t("committed", { share: terms.commitment.discountShare, months: terms.commitment.termMonths })
                : t("notCommitted")
            }
          >
            {(close) => <CommitmentEditor settingKey={key("commitment")} commitment={terms.commitment} onClose={close} />}
          </TermRow>
        )}
        {total && (
          <>
            <TermRow settingKey={key("opsHoursMonth")} label={t("opsHours")} value={range(total.basis.opsHoursMonth)}>
              {(close) => (
                <RangeEditor settingKey={key("opsHoursMonth")} label={t("opsHours")} value={total.basis.opsHoursMonth} onClose={close} />
              )}
            </TermRow>
            <TermRow settingKey={key("outageHoursYear")} label={t("outageHours")} value={range(total.basis.outageHoursYear)}>
              {(close) => (
                <RangeEditor
                  settingKey={key("outageHoursYear")}
                  label={t("outageHours")}
                  value={total.basis.outageHoursYear}
                  onClose={close}
                />
              )}
            </TermRow>
            <TermRow
              settingKey={key("lockIn")}
              label={t("lockIn")}
              value={t("ties", { sum: TIES.reduce((sum, tie) => sum + total.exit.lockIn[tie], 0) })}
            >
              {(close) => <LockInEditor settingKey={key("lockIn")} lockIn={total.exit.lockIn} onClose={close} />}
            </TermRow>
          </>
        )}
      </ul>
    </>
  );
}

type RowProps = { settingKey: string; label: string; value: string; children: (close: () => void) => ReactNode };

function TermRow({ settingKey, label, value, children }: RowProps) {
  const t = useTranslations("costsheet.workload");
  const { settings } = useCostEditing();
  const [isEditing, setEditing] = useState(false);
  const { by, value: standing } = settingOf(settings, settingKey);
  return (
    <li>
      <div className={classes.row}>
        <span>
          {label}
          <span className={classes.source}>{standing === null ? t("source.assumed") : t("setBy", { by: by ?? "" })}</span>
          {!isEditing && (
            <button type="button" className={editor.change} onClick={() => setEditing(true)} aria-label={t("changeLabel", { label })}>
              {t("change")}
            </button>
          )}
        </span>
        <span className={classes.price}>{value}</span>
      </div>
      {isEditing && children(() => setEditing(false))}
    </li>
  );
}

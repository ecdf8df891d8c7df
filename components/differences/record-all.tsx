"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { proposePosition } from "@/lib/domain/disagreement/proposal";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { useDifferences } from "./differences-context";
import classes from "./field-rows.module.css";
import { draftOf } from "./position-draft";
import { FaultText } from "./save-fault";

/** Records what nobody disputes, one field after the other, so that a failure leaves a clear rest to try again. */
export function RecordAll({ fields, label }: { fields: readonly WorksheetField[]; label: string }) {
  const t = useTranslations("differences.agreed");
  const { canRecord, position, save } = useDifferences();
  const [progress, setProgress] = useState<{ done: number; n: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const open = fields.flatMap((field) => {
    const proposal = proposePosition({ field: field.def, answers: field.answers });
    return position(field.field) || proposal.value === null ? [] : [{ field, proposal }];
  });

  const recordAll = async () => {
    setError(null);
    try {
      for (const [done, { field, proposal }] of open.entries()) {
        setProgress({ done, n: open.length });
        await save(field.field, draftOf({ value: proposal.value, reached: "all_agreed", reason: "", proposal, baseVersion: 0 }));
      }
    } catch (fault) {
      setError(fault);
    } finally {
      setProgress(null);
    }
  };

  return (
    <div className={classes.record}>
      {canRecord && (open.length > 0 || progress) ? (
        <Button variant="default" size="sm" disabled={progress !== null} onClick={() => void recordAll()}>
          {progress ? t("recording", progress) : label}
        </Button>
      ) : null}
      <p className="small">{open.length === 0 ? t("recorded") : t("left", { n: open.length })}</p>
      {error ? <FaultText error={error} /> : null}
    </div>
  );
}

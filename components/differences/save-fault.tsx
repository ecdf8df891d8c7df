"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./converge-panel.module.css";
import type { RecordPosition } from "./use-record-position";
import { useWords } from "./use-words";

/** Why a save did not go through; when somebody was faster, both answers and the choice between them. */
export function SaveFault({ field, record }: { field: WorksheetField; record: RecordPosition }) {
  const t = useTranslations("differences.converge");
  const words = useWords();
  const { theirs, error } = record;
  if (!error) return null;
  if (!theirs) return <FaultText error={error} />;
  return (
    <div className={classes.stale} role="alert">
      <p>{t("stale", { by: theirs.by, value: words.value(field.def, theirs.value) })}</p>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={record.keepTheirs}>
          {t("keepTheirs")}
        </Button>
        <Button size="xs" variant="default" onClick={record.takeMine}>
          {t("takeMine")}
        </Button>
      </div>
    </div>
  );
}

export function FaultText({ error }: { error: unknown }) {
  const t = useTranslations("errors");
  return (
    <p className={classes.error} role="alert">
      {t(error instanceof ApiError ? error.code : "internal")}
    </p>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { useSaveState } from "@/lib/client/worksheet/save-state";
import type { Connection } from "@/lib/client/worksheet/use-live-worksheet";
import classes from "./save-status.module.css";

/** One quiet text near the title: what the save did, or that the line is down. Nothing while all is well and nothing was typed. */
export function SaveStatus({ connection }: { connection: Connection }) {
  const t = useTranslations("worksheet");
  const save = useSaveState();
  const isUnsaved = save?.status === "failed" || save?.status === "offline";
  const isTrouble = isUnsaved || save?.status === "held" || connection !== "live";
  return (
    <span className={classes.status} data-trouble={isTrouble || undefined} data-testid="save-state">
      {textOf()}
    </span>
  );

  function textOf() {
    if (save && isUnsaved) return t(`save.${save.status}`, { count: save.waiting });
    if (connection !== "live") return t(`connection.${connection}`);
    return save ? t(`save.${save.status}`, { count: save.waiting }) : null;
  }
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useSaveState } from "@/lib/client/worksheet/save-state";
import type { Connection } from "@/lib/client/worksheet/use-live-worksheet";
import classes from "./save-status.module.css";

const BROKEN = new Set<Connection["state"]>(["reconnecting", "held_up", "offline"]);

/** One quiet text near the title: what the save did, or that the line is down. Nothing while all is well and nothing was typed. */
export function SaveStatus({ connection }: { connection: Connection }) {
  const t = useTranslations("worksheet");
  const format = useFormatter();
  const save = useSaveState();
  const isUnsaved = save?.status === "failed" || save?.status === "offline";
  const isTrouble = isUnsaved || save?.status === "held" || BROKEN.has(connection.state);
  return (
    <span className={classes.status} data-trouble={isTrouble || undefined} data-testid="save-state">
      {textOf()}
    </span>
  );

  function textOf() {
    const { state, since } = connection;
    if (state === "offline") {
      const time = format.dateTime(new Date(since), { timeStyle: "short", timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
      return t("connection.offlineSince", { time, count: isUnsaved ? save.waiting : 0 });
    }
    if (save && isUnsaved) return t(`save.${save.status}`, { count: save.waiting });
    if (state !== "live") return t(`connection.${state}`);
    return save ? t(`save.${save.status}`, { count: save.waiting }) : null;
  }
}

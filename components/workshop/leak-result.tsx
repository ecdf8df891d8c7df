"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkshop } from "@/lib/client/workshop/queries";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./workshop.module.css";

/** Below the promise that answers are hidden: when that was last tried, by whom and what came of it. */
export function LeakResult({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("workshop.probe");
  const format = useFormatter();
  const workshop = useWorkshop(worksheet.id);
  const last = workshop?.leakProbe ?? null;
  const isFacilitator = worksheet.you.role === "facilitator";
  if (worksheet.isRevealed || worksheet.you.role === "approver") return null;
  const when = last ? format.dateTime(new Date(last.at), { dateStyle: "medium", timeStyle: "short" }) : "";
  const isClean = last !== null && last.leaks.length === 0;
  // Keeps its line until it is known, so that nothing below moves.
  return (
    <p className={`small ${classes.line}`}>
      {isClean ? (
        <span className={classes.good}>
          <span aria-hidden="true">✓ </span>
          {t("short", { when, name: last.byName })}
        </span>
      ) : null}
      {last && !isClean ? <span className={classes.bad}>{t("leaks", { count: last.leaks.length, when })}</span> : null}{" "}
      {workshop && isFacilitator ? (
        <Link href={`${routes.settings(worksheet.id)}#blind`} prefetch={false}>
          {t(last === null ? "ask" : "details")}
        </Link>
      ) : null}
    </p>
  );
}

"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { routes } from "@/lib/routes";
import classes from "./log.module.css";

/** What a new log is for, and the two ways to its first line. */
export function LogEmpty({ spaceId, mayWrite }: { spaceId: string; mayWrite: boolean }) {
  const t = useTranslations("log.empty");
  return (
    <div className={classes.empty}>
      <p className="quiet">{t("text")}</p>
      {mayWrite && (
        <Link href={routes.spaceImport(spaceId)} className="plain-button">
          {t("import")}
        </Link>
      )}
      <p className="small">{t("move")}</p>
    </div>
  );
}

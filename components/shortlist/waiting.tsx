"use client";

import { useTranslations } from "use-intl";
import classes from "./shortlist.module.css";

/** Keeps the size of what is coming. */
export function Waiting() {
  const t = useTranslations("shortlist");
  return (
    <div className={classes.waiting} role="status">
      <p className="find muted">{t("loading")}</p>
      <div className={classes.cards} aria-hidden>
        <div className={classes.ghost} />
        <div className={classes.ghost} />
      </div>
    </div>
  );
}

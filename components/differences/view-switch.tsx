"use client";

import { useTranslations } from "use-intl";
import classes from "@/components/converge/converge.module.css";

export const BOARD_VIEWS = ["impact", "question", "people"] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** Three orders of the same differences. */
export function ViewSwitch({ view, onChange }: { view: BoardView; onChange: (view: BoardView) => void }) {
  const t = useTranslations("converge.views");
  return (
    <fieldset className={classes.views} aria-label={t("label")}>
      {BOARD_VIEWS.map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => onChange(one)}>
          {t(one)}
        </button>
      ))}
    </fieldset>
  );
}

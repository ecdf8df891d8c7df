"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import classes from "@/components/converge/converge.module.css";
import { READING } from "@/lib/domain/workshop/pointer";

const BOARD_VIEWS = ["impact", "question", "people", READING] as const;
type BoardView = (typeof BOARD_VIEWS)[number];

/** The order stands in the address, so that a link shows what its sender saw, and Back leads to the one before. */
export function useBoardView(): [BoardView, (view: BoardView) => void] {
  const path = usePathname();
  const asked = useSearchParams().get("view");
  const view = BOARD_VIEWS.find((one) => one === asked) ?? "impact";
  // The page itself is the same, so nothing is asked of the server.
  const show = (next: BoardView) => window.history.pushState(null, "", next === "impact" ? path : `${path}?view=${next}`);
  return [view, show];
}

/** Three orders of the same differences, and what everybody said without any. */
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

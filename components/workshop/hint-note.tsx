"use client";

import { useTranslations } from "use-intl";
import { useFocusBack } from "@/components/ui/use-focus-back";
import type { Hint } from "@/lib/domain/workshop/hints";
import classes from "./team-bar.module.css";

/** One sentence about what somebody meets for the first time. It is shown, never said aloud, and put away for good. */
export function HintNote({ hint, onDismiss }: { hint: Hint; onDismiss: () => void }) {
  const t = useTranslations("workshop.hints");
  const { onFocus, giveBack } = useFocusBack();
  return (
    <p className={classes.nudge} onFocus={onFocus}>
      {t(hint)}{" "}
      <button
        type="button"
        className={classes.hide}
        onClick={() => {
          giveBack();
          onDismiss();
        }}
      >
        {t("dismiss")}
      </button>
    </p>
  );
}

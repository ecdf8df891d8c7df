"use client";

import { useTranslations } from "use-intl";
import { useFocusBack } from "@/components/ui/use-focus-back";
import type { Hint } from "@/lib/domain/workshop/hints";
import { PutAway } from "./put-away";
import classes from "./team-bar.module.css";

/** One sentence about what somebody meets for the first time. It is shown, never said aloud, and put away for good. */
export function HintNote({ hint, onDismiss }: { hint: Hint; onDismiss: () => void }) {
  const t = useTranslations("workshop.hints");
  const { onFocus, giveBack } = useFocusBack();
  return (
    <p className={classes.nudge} onFocus={onFocus}>
      {t(hint)} <PutAway words={t("dismiss")} giveBack={giveBack} onPutAway={onDismiss} />
    </p>
  );
}

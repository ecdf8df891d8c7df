"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { SlimLink } from "@/components/ui/slim-button";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { openQuestions } from "@/lib/domain/workshop/nudge";
import type { Nudge } from "@/lib/domain/workshop/schema";
import { routes } from "@/lib/routes";
import { PutAway } from "./put-away";
import classes from "./team-bar.module.css";

/** For the whole tab: the next screen does not say it again. */
const said = new Set<string>();

type Props = { worksheet: WorksheetView; current: string; nudge: Nudge; onDismiss: () => void };

/** Somebody asks whether you are ready, with the way to the first question that you left open. It takes nothing from you. */
export function NudgeNote({ worksheet, current, nudge, onDismiss }: Props) {
  const t = useTranslations();
  const { onFocus, giveBack } = useFocusBack();
  const ready = worksheet.members.find(({ isYou }) => isYou)?.ready ?? [];
  const open = openQuestions({ ready, revealed: QUESTION_IDS.filter((question) => worksheet.questions[question].state === "revealed") });
  const [first] = open;
  const words = t("workshop.nudge.asks", { name: nudge.byName, count: open.length });
  const key = `${worksheet.id} ${nudge.at}`;
  useEffect(() => {
    if (said.has(key) || first === undefined) return;
    said.add(key);
    announce(words);
  }, [key, first, words]);
  if (first === undefined) return null;
  return (
    <section className={`${classes.part} ${classes.nudge}`} aria-label={t("workshop.nudge.label")} onFocus={onFocus}>
      {words}
      {first === current ? null : (
        <SlimLink href={routes.step(worksheet.id, first)} variant="default" isSmall>
          {t("workshop.nudge.go", { question: t(`common.questions.${first}`) })}
        </SlimLink>
      )}
      <PutAway words={t("workshop.nudge.dismiss")} giveBack={giveBack} onPutAway={onDismiss} />
    </section>
  );
}

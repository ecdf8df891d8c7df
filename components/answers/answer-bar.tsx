"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { BottomBar } from "@/components/ui/bottom-bar";
import { SlimButton, SlimLink } from "@/components/ui/slim-button";
import { useReady } from "@/lib/client/answers/mutations";
import { QUESTION_IDS, type QuestionId } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./answer-screen.module.css";

type Props = { view: WorksheetView; question: QuestionId; canAnswer: boolean; readiness: ReactNode; flush: () => void };

/** Who is ready, and the way on. Once you are ready the way on is the primary button. */
export function AnswerBar({ view, question, canAnswer, readiness, flush }: Props) {
  const t = useTranslations("answers.bar");
  const ready = useReady(view.id, question);
  const isSaid = view.members.some((member) => member.isYou && member.ready.includes(question));
  const isReady = ready.isPending ? ready.variables : isSaid;
  const at = QUESTION_IDS.indexOf(question);
  const previous = QUESTION_IDS[at - 1];
  const next = QUESTION_IDS[at + 1];
  const onward = view.isRevealed ? routes.differences(view.id) : routes.worksheet(view.id);

  useReadyKey(() => {
    if (canAnswer && !isReady) say(true);
  });

  return (
    <BottomBar left={ready.isError ? <span role="alert">{t("failed")}</span> : readiness}>
      <SlimLink href={previous ? routes.step(view.id, previous) : routes.worksheet(view.id)} variant="subtle" className={classes.back}>
        {t("back")}
      </SlimLink>
      <SlimLink
        href={next ? routes.step(view.id, next) : onward}
        variant={isReady || !canAnswer ? "filled" : "default"}
        className={isReady || !canAnswer ? classes.onward : classes.next}
      >
        {t("next")}
      </SlimLink>
      {canAnswer && (
        <SlimButton
          variant={isReady ? "default" : "filled"}
          className={classes.say}
          aria-pressed={isReady}
          title={isReady ? t("undo") : undefined}
          onClick={() => say(!isReady)}
        >
          {isReady ? `✓ ${t("isReady")}` : t("ready")}
          {!isReady && (
            <span className={classes.keys} aria-hidden="true">
              {t("keys")}
            </span>
          )}
        </SlimButton>
      )}
    </BottomBar>
  );

  function say(isNowReady: boolean) {
    flush();
    ready.mutate(isNowReady);
  }
}

/** Ctrl or Cmd with Enter, wherever the focus is. */
function useReadyKey(onReady: () => void) {
  const latest = useRef(onReady);
  useEffect(() => {
    latest.current = onReady;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

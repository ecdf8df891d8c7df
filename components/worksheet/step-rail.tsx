"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { QUESTION_IDS, type QuestionId } from "@/lib/domain/answers/schema";
import type { Standing } from "@/lib/domain/disagreement/question-standing";
import { IN_FORCE } from "@/lib/domain/record/in-force";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./step-rail.module.css";

export type ScreenId =
  | QuestionId
  | "lobby"
  | "differences"
  | "shortlist"
  | "costs"
  | "converge"
  | "decision"
  | "sign"
  | "revisit"
  | "settings";

const RESULTS = ["differences", "shortlist", "costs", "converge", "decision", "sign"] as const;
/** Once there is a decision to look back at. */
const AFTERWARDS = [...RESULTS, "revisit"] as const;

/** What you have done on a question: nothing, something, or said that you are ready; after the reveal, where the team stands. */
type StepState = "todo" | "started" | "done" | "revealed" | Standing;
const SYMBOLS: Record<StepState, string> = { todo: "○", started: "●", done: "✓", revealed: "◐", apart: "◐", agreed: "✓" };

type Props = { worksheet: WorksheetView; current: ScreenId /** The screen where the team is, once that is known. */; team: string | null };

/** Nothing is locked: a result page that has nothing to show yet says what is missing. */
export function StepRail({ worksheet, current, team }: Props) {
  const t = useTranslations();
  const list = useRef<HTMLOListElement>(null);
  const { role } = worksheet.you;
  const questions = role === "facilitator" || role === "member" ? QUESTION_IDS : [];
  const results = resultsOf(worksheet);
  const standings = useStandings(worksheet);
  const mark = (screen: string) => (screen === team ? { "data-team": true, title: t("worksheet.shell.teamIsHere") } : {});

  useEffect(() => {
    // On a phone the rail scrolls; where you are must be in it.
    list.current?.querySelector(`[data-screen="${current}"]`)?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [current]);

  return (
    <nav className={`${classes.rail} no-print`} aria-label={t("worksheet.shell.steps")}>
      <ol className={classes.list} ref={list}>
        {questions.map((question, index) => {
          const state = standings[question] ?? stepState(worksheet, question);
          return (
            <li key={question} data-screen={question}>
              <Link
                className={classes.item}
                href={routes.step(worksheet.id, question)}
                prefetch={false}
                aria-current={question === current ? "step" : undefined}
                {...mark(question)}
              >
                <em aria-hidden="true" data-state={state}>
                  {SYMBOLS[state]}
                </em>
                <span className={classes.number} aria-hidden="true">
                  {index + 1}
                </span>
                <span className={classes.word}>{t(`common.questions.${question}`)}</span>
                <span className="visually-hidden">, {t(`worksheet.shell.${state}`)}</span>
              </Link>
            </li>
          );
        })}
        {questions.length > 0 && <li className={classes.divider} aria-hidden="true" />}
        {results.map((screen) => (
          <li key={screen} data-screen={screen}>
            <Link
              className={classes.item}
              href={routes[screen](worksheet.id)}
              prefetch={false}
              aria-current={screen === current ? "step" : undefined}
              {...mark(screen)}
            >
              {t(`common.screens.${screen}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Counted once something is revealed, by code that nobody fetches before. */
function useStandings(worksheet: WorksheetView): Partial<Record<QuestionId, Standing>> {
  const [standings, setStandings] = useState({});
  const hasSome = QUESTION_IDS.some((question) => worksheet.questions[question].state === "revealed");
  useEffect(() => {
    let isWanted = hasSome;
    if (hasSome)
      void import("@/lib/domain/disagreement/question-standing").then(({ questionStandings }) => {
        if (isWanted) setStandings(questionStandings(worksheet));
      });
    return () => {
      isWanted = false;
    };
  }, [hasSome, worksheet]);
  return standings;
}

function resultsOf({ you, adr }: WorksheetView) {
  if (you.role === "approver") return ["sign"] as const;
  return IN_FORCE.has(adr.status) ? AFTERWARDS : RESULTS;
}

function stepState(worksheet: WorksheetView, question: QuestionId): StepState {
  const you = worksheet.members.find((member) => member.isYou);
  if (you?.ready.includes(question)) return "done";
  if (worksheet.questions[question]?.state === "revealed") return "revealed";
  const hasAnswer = worksheet.answers.some(
    (answer) =>
      answer.memberId === worksheet.you.memberId && answer.field.startsWith(`${question}.`) && (answer.unknown || answer.value !== null),
  );
  return hasAnswer ? "started" : "todo";
}

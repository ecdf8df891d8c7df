"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import { useAnswerForm } from "@/lib/client/answers/use-answer-form";
import { useResumeAnswers } from "@/lib/client/answers/use-resume-answers";
import { fieldsOf } from "@/lib/domain/answers/fields";
import { fieldKey } from "@/lib/domain/answers/own-answers";
import { QUESTION_IDS, type QuestionId } from "@/lib/domain/answers/schema";
import { NOTE_FIELD, type WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { AnswerBar } from "./answer-bar";
import classes from "./answer-screen.module.css";
import type { ExperienceFamilies } from "./experience-input";
import { NoteInput } from "./note-input";
import { QuestionFields } from "./question-fields";
import { SaveNotice } from "./save-notice";
import { WhyAside, WhyFolded } from "./why-panel";

/** Only a worksheet from a template has any, so no other loads what draws them. */
const Suggestions = dynamic(() => import("./template-suggestions").then((module) => module.TemplateSuggestions));

type Props = {
  view: WorksheetView;
  question: QuestionId;
  families: ExperienceFamilies;
  /** Who is ready, drawn by the page: it belongs to another noun. */
  readiness: ReactNode;
};

/** One of the five questions, answered alone. Goes inside the worksheet's shell, keyed by question. */
export function AnswerScreen({ view, question, families, readiness }: Props) {
  const t = useTranslations();
  const keys = useMemo(() => [...fieldsOf(question).map((field) => fieldKey(field.path)), NOTE_FIELD], [question]);
  const form = useAnswerForm({ view, question, keys });
  useResumeAnswers(view);
  const canAnswer = view.you.role === "facilitator" || view.you.role === "member";
  const isReadOnly = !canAnswer || view.isFrozen;
  return (
    <>
      <Column width="wide">
        <div className={classes.two}>
          <div className={classes.main}>
            <p className="small">{t("answers.question", { n: QUESTION_IDS.indexOf(question) + 1 })}</p>
            <h1 className={classes.title}>{t(`fields.questions.${question}.title`)}</h1>
            <p className={classes.lead}>
              {t(`fields.questions.${question}.lead`)} {canAnswer && <Blind view={view} question={question} />}
            </p>
            <WhyFolded question={question} />
            <Standing view={view} question={question} canAnswer={canAnswer} />
            {canAnswer && <SaveNotice form={form} />}
            {view.template !== null && !isReadOnly && <Suggestions form={form} question={question} template={view.template} />}
            <QuestionFields
              form={form}
              question={question}
              isReadOnly={isReadOnly}
              families={families}
              note={<NoteInput form={form} question={question} isReadOnly={isReadOnly} />}
            />
          </div>
          <WhyAside question={question} />
        </div>
      </Column>
      <AnswerBar
        view={view}
        question={question}
        canAnswer={canAnswer && !view.isFrozen}
        readiness={readiness}
        flush={() => void form.outbox.flush()}
      />
    </>
  );
}

/** Who will reveal, while nothing is. */
function Blind({ view, question }: { view: WorksheetView; question: QuestionId }) {
  const t = useTranslations("answers");
  const facilitator = view.members.find((member) => member.role === "facilitator");
  if (view.questions[question].round > 1) return null;
  if (!facilitator || facilitator.isYou) return t("blindYou");
  return t("blind", { name: facilitator.name });
}

/** Why the fields are read-only, or what a change means after the reveal. */
function Standing({ view, question, canAnswer }: { view: WorksheetView; question: QuestionId; canAnswer: boolean }) {
  const t = useTranslations("answers.notice");
  if (!canAnswer) return <p className={classes.standing}>{t(view.you.role === "approver" ? "approver" : "observer")}</p>;
  const isSecondRound = view.questions[question].round > 1;
  if (!view.isFrozen && !isSecondRound) return null;
  return (
    <p className={classes.standing}>
      {t(view.isFrozen ? "frozen" : "round2")} {view.isRevealed && <Link href={routes.differences(view.id)}>{t("differ")}</Link>}
    </p>
  );
}

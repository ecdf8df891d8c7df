"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { AnswerScreen } from "@/components/answers/answer-screen";
import type { ExperienceFamilies } from "@/components/answers/experience-input";
import { Readiness } from "@/components/worksheet/readiness";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { undoOffer } from "@/lib/client/workshop/undo";
import type { QuestionId } from "@/lib/domain/answers/schema";

// Fetched when something was replaced that somebody may want back.
const UndoToast = dynamic(() => import("@/components/workshop/undo-toast").then((module) => module.UndoToast), { ssr: false });

type Props = { id: string; question: QuestionId; families: ExperienceFamilies };

export function StepScreen({ id, question, families }: Props) {
  const view = useWorksheet(id);
  const offer = useSyncExternalStore(undoOffer.subscribe, undoOffer.get, () => null);
  return (
    <WorksheetShell id={id} current={question}>
      <AnswerScreen
        key={question}
        view={view}
        question={question}
        families={families}
        readiness={<Readiness members={view.members} question={question} />}
      />
      {offer !== null && !offer.isQuiet && <UndoToast />}
    </WorksheetShell>
  );
}

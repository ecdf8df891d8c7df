"use client";

import { AnswerScreen } from "@/components/answers/answer-screen";
import type { ExperienceFamilies } from "@/components/answers/experience-input";
import { Readiness } from "@/components/worksheet/readiness";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import type { QuestionId } from "@/lib/domain/answers/schema";

type Props = { id: string; question: QuestionId; families: ExperienceFamilies };

export function StepScreen({ id, question, families }: Props) {
  const view = useWorksheet(id);
  return (
    <WorksheetShell id={id} current={question}>
      <AnswerScreen
        key={question}
        view={view}
        question={question}
        families={families}
        readiness={<Readiness members={view.members} question={question} />}
      />
    </WorksheetShell>
  );
}

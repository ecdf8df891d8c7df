"use client";

import { useResumeAnswers } from "@/lib/client/answers/use-resume-answers";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

export function ResumeAnswers({ worksheet }: { worksheet: WorksheetView }) {
  useResumeAnswers(worksheet);
  return null;
}

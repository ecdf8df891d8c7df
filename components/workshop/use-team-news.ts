"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { WorkshopView } from "@/lib/domain/workshop/schema";
import type { TeamState } from "@/lib/domain/workshop/team-news";

/** By worksheet and for the whole tab: what happens while one screen gives way to the next is not missed. */
const seen = new Map<string, TeamState>();

/** Says aloud what happened to the team: a reveal, moves, a started timer, changed roles, everybody ready. */
export function useTeamNews(worksheet: WorksheetView, workshop: WorkshopView | undefined) {
  const t = useTranslations();
  useEffect(() => {
    if (!workshop) return;
    const before = seen.get(worksheet.id);
    seen.set(worksheet.id, { worksheet, workshop });
    // Nothing has happened yet when the first page opens, so the words come with what may be the first news.
    if (before !== undefined && mayBeNews(before, { worksheet, workshop }))
      void import("./say-team-news").then((module) => module.sayTeamNews({ before, worksheet, workshop, t }));
  }, [workshop, worksheet, t]);
}

const TOLD = ["pointer", "timer", "ready", "roleChanges", "consentRounds", "premortem"] as const;

/** What is equal stays the same object over every look. */
function mayBeNews(before: TeamState, after: TeamState): boolean {
  const members = before.worksheet.members;
  return (
    TOLD.some((part) => before.workshop[part] !== after.workshop[part]) ||
    before.worksheet.questions !== after.worksheet.questions ||
    after.worksheet.members.some(({ ready }, index) => ready !== members[index]?.ready)
  );
}

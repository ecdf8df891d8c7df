"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { WorkshopView } from "@/lib/domain/workshop/schema";

/** Says aloud what happened to the team since this screen opened: moves, a started timer, changed roles, everybody ready. */
export function useTeamNews(worksheet: WorksheetView, workshop: WorkshopView | undefined) {
  const t = useTranslations("workshop");
  const seen = useRef<WorkshopView | null>(null);
  useEffect(() => {
    const before = seen.current;
    if (!workshop) return;
    seen.current = workshop;
    if (before === null) return;
    const known = new Set(before.roleChanges.map(({ id }) => id));
    for (const change of workshop.roleChanges.filter(({ id }) => !known.has(id)).toReversed())
      announce(t(`roles.${change.kind}`, { by: change.byName, name: change.memberName }));
    if (workshop.pointer && workshop.pointer.screen !== before.pointer?.screen)
      announce(t("bar.moved", { screen: t(`bar.screens.${workshop.pointer.screen}`) }));
    if (workshop.timer && before.timer?.startedAt !== workshop.timer.startedAt)
      announce(t("timer.started", { minutes: Math.round(workshop.timer.seconds / 60) }));
    const counting = worksheet.members.filter((member) => member.role === "facilitator" || member.role === "member").length;
    if (counting > 1 && workshop.ready.length === counting && before.ready.length < counting) announce(t("bar.everyone"));
  }, [workshop, worksheet.members, t]);
}

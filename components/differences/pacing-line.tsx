"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useWorkshop } from "@/lib/client/workshop/queries";
import type { Impact } from "@/lib/domain/impact/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { paceOf } from "@/lib/domain/workshop/pacing";
import classes from "./differences-screen.module.css";

const LOOK_MS = 20_000;

/**
 * How many of the topics that matter the team will reach at its pace, for whoever facilitates: shown to all it would press them.
 * While it is still counted what the differences do, the sentence keeps its room, unseen.
 */
export function PacingLine({ view, impact }: { view: WorksheetView; impact: Impact | null }) {
  const t = useTranslations("differences.pace");
  const workshop = useWorkshop(view.id);
  const now = useNow();
  const revealedAt = Math.max(...Object.values(view.questions).map(({ revealedAt: at }) => Date.parse(at ?? "") || 0));
  if (impact === null || workshop === undefined) {
    return (
      <span className={classes.unseen} aria-hidden="true">
        {" · "}
        {t("line", { willReach: 0, total: 0, minutes: 10 })}
      </span>
    );
  }
  const reachedAt = impact.fields
    .filter(({ bucket }) => bucket === "changes")
    .map(({ field }) => {
      const mark = workshop.topics.find((topic) => topic.field === field)?.at;
      const settled = view.positions.find((position) => position.field === field)?.at;
      const times = [mark, settled].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
      return times.length === 0 ? null : Math.max(...times);
    });
  const pace = paceOf({ agenda: workshop.agenda, revealedAt, reachedAt, now: now + workshop.offsetMs });
  if (pace === null || revealedAt === 0) return null;
  const { total, done, willReach, minutes, isOver } = pace;
  return (
    <>
      {" · "}
      {isOver ? t("over", { done, total, minutes }) : t("line", { willReach, total, minutes })}
    </>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(tick);
  }, []);
  return now;
}

"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { screenHref } from "@/lib/client/workshop/screen-href";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { agendaOf, partOfScreen } from "@/lib/domain/workshop/agendas";
import { isElsewhere } from "@/lib/domain/workshop/pointer";
import { screenSchema } from "@/lib/domain/workshop/schema";
import { Countdown } from "./countdown";
import { StageReady } from "./stage-ready";
import classes from "./team-bar.module.css";
import { useTeamNews } from "./use-team-news";
import { useTopicName } from "./use-topic-name";

type Props = { worksheet: WorksheetView; current: string };

/**
 * Where the team is and what it offers: a way to join, the shared timer, ticks, a vacant lead. It floats over the page's
 * end, so that nothing moves under somebody who is typing, and it never takes anybody anywhere.
 */
export function TeamBar({ worksheet, current }: Props) {
  const t = useTranslations("workshop");
  const workshop = useWorkshop(worksheet.id);
  const [isHidden, setIsHidden] = useState(false);
  useTeamNews(worksheet, workshop);
  const topic = useTopicName(workshop?.pointer?.topic ?? null);
  const act = useWorkshopAct(worksheet.id);
  if (!workshop || worksheet.you.role === "approver") return null;
  const { pointer, timer } = workshop;
  const isFacilitator = worksheet.you.role === "facilitator";
  const isAway = isElsewhere({ own: current, team: pointer?.screen ?? null });
  const isHere = pointer !== null && !isAway;
  const hasTicks = isHere && !screenIsQuestion(current);
  const isQuiet = !isAway && timer === null && !hasTicks && !workshop.mayTakeOver && !workshop.isBlind;
  if (isQuiet && !isFacilitator) return null;
  if (isHidden) return null;
  return (
    <section className={`${classes.bar} no-print`} aria-label={t("bar.label")} data-testid="team-bar">
      {pointer && isAway ? (
        <span className={classes.part}>
          <span>
            {topic
              ? t("bar.elsewhereTopic", { name: pointer.byName, screen: t(`screens.${pointer.screen}`), topic })
              : t("bar.elsewhere", { name: pointer.byName, screen: t(`screens.${pointer.screen}`) })}
          </span>
          <Button component={Link} href={screenHref(worksheet.id, pointer)} size="xs" prefetch={false}>
            {t("bar.join")}
          </Button>
        </span>
      ) : null}
      {timer ? (
        <span className={classes.part}>
          <Countdown timer={timer} offsetMs={workshop.offsetMs} />
        </span>
      ) : null}
      {hasTicks ? <StageReady worksheet={worksheet} workshop={workshop} /> : null}
      {workshop.mayTakeOver ? (
        <span className={classes.part}>
          {workshop.lead ? t("bar.away", { name: workshop.lead.name }) : t("bar.noLead")}
          <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ method: "POST", path: "take-over" })}>
            {t("bar.takeOver")}
          </Button>
        </span>
      ) : null}
      {workshop.isBlind ? (
        <span className={classes.part}>
          {t("bar.blind")}
          <Button size="xs" loading={act.isPending} onClick={() => act.mutate({ method: "POST", path: "late-answers" })}>
            {t("bar.blindDone")}
          </Button>
        </span>
      ) : null}
      {isFacilitator ? (
        <span className={classes.part}>
          {isHere ? <span className="small">{t("bar.here")}</span> : <BringHere id={worksheet.id} current={current} />}
          <TimerButtons id={worksheet.id} hasTimer={timer !== null} minutes={minutesOf()} />
        </span>
      ) : null}
      <ErrorNote error={act.error} />
      <button type="button" className={classes.hide} onClick={() => setIsHidden(true)}>
        {t("bar.hide")}
      </button>
    </section>
  );

  function minutesOf() {
    const screen = screenSchema.safeParse(current);
    const part = screen.success ? partOfScreen(screen.data) : "frame";
    return agendaOf(workshop?.agenda ?? "45").find((line) => line.part === part)?.minutes ?? 5;
  }
}

function BringHere({ id, current }: { id: string; current: string }) {
  const t = useTranslations("workshop.bar");
  const act = useWorkshopAct(id);
  if (!screenSchema.safeParse(current).success) return null;
  return (
    <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ path: "pointer", body: { screen: current } })}>
      {t("bring")}
    </Button>
  );
}

function TimerButtons({ id, hasTimer, minutes }: { id: string; hasTimer: boolean; minutes: number }) {
  const t = useTranslations("workshop.timer");
  const act = useWorkshopAct(id);
  const set = (body: Record<string, unknown>) => act.mutate({ path: "timer", body });
  if (!hasTimer) {
    return (
      <Button size="xs" variant="default" disabled={act.isPending} onClick={() => set({ action: "start", seconds: minutes * 60 })}>
        {t("start", { minutes })}
      </Button>
    );
  }
  return (
    <>
      <Button size="xs" variant="default" disabled={act.isPending} onClick={() => set({ action: "add", seconds: 120 })}>
        {t("more")}
      </Button>
      <Button size="xs" variant="subtle" disabled={act.isPending} onClick={() => set({ action: "stop" })}>
        {t("stop")}
      </Button>
    </>
  );
}

function screenIsQuestion(screen: string): boolean {
  return ["workload", "consistency", "scale", "ops", "cost"].includes(screen);
}

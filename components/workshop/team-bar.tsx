"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SlimLink } from "@/components/ui/slim-button";
import { answeredNudge } from "@/lib/client/workshop/answered-nudge";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { screenHref } from "@/lib/client/workshop/screen-href";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { unansweredRound } from "@/lib/domain/workshop/consent";
import { isElsewhere, placeOf, READING } from "@/lib/domain/workshop/pointer";
import classes from "./team-bar.module.css";
import { useFloatingRoom } from "./use-floating-room";
import { useOwnPlace } from "./use-own-place";
import { useTeamNews } from "./use-team-news";
import { useTopicName } from "./use-topic-name";

// Most screens most of the time need none of these.
const OwnClock = dynamic(() => import("./own-clock").then((module) => module.OwnClock), { ssr: false });
const StageReady = dynamic(() => import("./stage-ready").then((module) => module.StageReady), { ssr: false });
const TeamOffer = dynamic(() => import("./team-offer").then((module) => module.TeamOffer), { ssr: false });
const ClosingNote = dynamic(() => import("./closing-note").then((module) => module.ClosingNote), { ssr: false });
const TeamTopic = dynamic(() => import("./team-topic").then((module) => module.TeamTopic), { ssr: false });
const ConsentCall = dynamic(() => import("./consent-call").then((module) => module.ConsentCall), { ssr: false });
const NudgeNote = dynamic(() => import("./nudge-note").then((module) => module.NudgeNote), { ssr: false });
const LeadControls = dynamic(() => import("./lead-controls").then((module) => module.LeadControls), { ssr: false });

type Props = { worksheet: WorksheetView; current: string };

/**
 * Where the team is and what it offers: a way to join, the shared timer, ticks, a vacant lead. It floats over the page's
 * end, so that nothing moves under somebody who is typing, and it never takes anybody anywhere.
 */
export function TeamBar({ worksheet, current }: Props) {
  const t = useTranslations("workshop.bar");
  const workshop = useWorkshop(worksheet.id);
  const [choice, setChoice] = useState<{ isOpen: boolean; news: string } | null>(null);
  const [isLeading, setIsLeading] = useState(false);
  const room = useFloatingRoom();
  useTeamNews(worksheet, workshop);
  const topic = useTopicName(workshop?.pointer?.topic ?? null);
  const own = useOwnPlace(current);
  // Nothing of the bar is drawn before the browser has asked for it, so the server never reads this.
  const [answered, setAnswered] = useState(answeredNudge.read);
  const { role } = worksheet.you;
  if (!workshop || role === "approver") return null;
  const { pointer, timer } = workshop;
  const nudge = workshop.nudge?.at === answered ? null : workshop.nudge;
  const isAway = isElsewhere({ own, team: pointer && placeOf(pointer) });
  const hasTicks = pointer !== null && !isAway && !QUESTION_IDS.some((question) => question === current);
  const hasTopic = pointer !== null && !isAway && own !== READING && topic !== null;
  // Its name stands beside the time already.
  const isNamed = (hasTopic || isAway) && timer?.topic === pointer?.topic;
  const hasOffer = workshop.mayTakeOver || workshop.isBlind;
  const closesAt = worksheet.isRevealed ? null : workshop.closesAt;
  const round = role === "observer" ? null : unansweredRound(workshop.consentRounds, worksheet.you.memberId);
  const isQuiet = !isAway && timer === null && !hasTicks && !hasTopic && !hasOffer && closesAt === null && round === null;
  const dismiss = () => {
    if (!workshop.nudge) return;
    answeredNudge.write(workshop.nudge.at);
    setAnswered(workshop.nudge.at);
  };
  const news = `${pointer?.at} ${round?.id}`;
  const choose = (isOpen: boolean) => setChoice({ isOpen, news });
  // Put away is what was offered then: whoever did that hears of the team's next move and of the next question.
  const isOpen = choice && (choice.isOpen || choice.news === news) ? choice.isOpen : !isQuiet;
  const isFacilitator = role === "facilitator";
  if (isQuiet && nudge === null && !isFacilitator) return null;
  // Whoever put the bar away is asked all the same, and putting it away again puts the question away.
  if (!isOpen && nudge === null) {
    return (
      <button ref={room} type="button" className={`${classes.open} no-print`} onClick={() => choose(true)}>
        {t(isFacilitator ? "lead" : "label")}
      </button>
    );
  }
  return (
    <section ref={room} className={`${classes.bar} no-print`} aria-label={t("label")} data-testid="team-bar">
      {nudge ? <NudgeNote worksheet={worksheet} current={current} nudge={nudge} onDismiss={dismiss} /> : null}
      {pointer && isAway ? (
        <span className={classes.part}>
          {t(whereabouts(pointer.isYours, topic !== null), {
            name: pointer.byName,
            screen: t(`screens.${pointer.screen}`),
            topic: topic ?? "",
          })}
          <SlimLink href={screenHref(worksheet.id, pointer)} isSmall>
            {t(pointer.isYours ? "goBack" : "join")}
          </SlimLink>
        </span>
      ) : null}
      {round ? <ConsentCall id={worksheet.id} place={own} round={round} /> : null}
      {hasTopic ? <TeamTopic field={pointer.topic ?? ""} name={topic} /> : null}
      {closesAt ? <ClosingNote closesAt={closesAt} lead={workshop.lead?.name ?? ""} offsetMs={workshop.offsetMs} /> : null}
      {timer ? <OwnClock timer={isNamed ? { ...timer, topic: null } : timer} offsetMs={workshop.offsetMs} /> : null}
      {hasTicks ? <StageReady worksheet={worksheet} workshop={workshop} /> : null}
      {hasOffer ? <TeamOffer id={worksheet.id} workshop={workshop} /> : null}
      {isFacilitator ? (
        <>
          <button type="button" className={classes.fold} aria-expanded={isLeading} onClick={() => setIsLeading(!isLeading)}>
            {t("lead")}
          </button>
          <span className={classes.lead} data-open={isLeading || undefined}>
            <LeadControls id={worksheet.id} place={own} workshop={workshop} />
          </span>
        </>
      ) : null}
      {isQuiet && !isFacilitator ? null : (
        <button
          type="button"
          className={classes.hide}
          onClick={() => {
            dismiss();
            choose(false);
          }}
        >
          {t("hide")}
        </button>
      )}
    </section>
  );
}

/** Whoever moved the pointer is not told to follow themselves. */
function whereabouts(isYours: boolean, hasTopic: boolean) {
  if (isYours) return hasTopic ? "yoursTopic" : "yours";
  return hasTopic ? "elsewhereTopic" : "elsewhere";
}

"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { answeredNudge } from "@/lib/client/workshop/answered-nudge";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { putHintAway, seenHints } from "@/lib/client/workshop/seen-hints";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { unansweredRound } from "@/lib/domain/workshop/consent";
import { hintFor } from "@/lib/domain/workshop/hints";
import { isElsewhere, placeOf, READING } from "@/lib/domain/workshop/pointer";
import classes from "./team-bar.module.css";
import { useFloatingRoom } from "./use-floating-room";
import { useOwnPlace } from "./use-own-place";
import { useTeamNews } from "./use-team-news";
import { useTopicName } from "./use-topic-name";

// Most screens most of the time have nothing to say here.
const TeamStrip = dynamic(() => import("./team-strip").then((module) => module.TeamStrip), { ssr: false });

type Props = {
  worksheet: WorksheetView;
  current: string;
  /** Told on which screen the team is. */ onTeam: (screen: string | null) => void;
};

/**
 * Where the team is and what it offers: a way to join, the shared timer, ticks, a vacant lead. It floats over the page's
 * end, so that nothing moves under somebody who is typing, and it never takes anybody anywhere.
 */
export function TeamBar({ worksheet, current, onTeam }: Props) {
  const t = useTranslations("workshop.bar");
  const workshop = useWorkshop(worksheet.id);
  const [choice, setChoice] = useState<{ isOpen: boolean; news: string } | null>(null);
  const room = useFloatingRoom();
  useTeamNews(worksheet, workshop);
  const topic = useTopicName(workshop?.pointer?.topic ?? null);
  const own = useOwnPlace(current);
  // Nothing of the bar is drawn before the browser has asked for it, so the server never reads this.
  const [answered, setAnswered] = useState(answeredNudge.read);
  const [seen, setSeen] = useState(seenHints);
  const team = workshop?.pointer?.screen ?? null;
  useEffect(() => onTeam(team), [team, onTeam]);
  const { role } = worksheet.you;
  if (!workshop || role === "approver") return null;
  const { pointer, timer } = workshop;
  const nudge = workshop.nudge?.at === answered ? null : workshop.nudge;
  const isAway = isElsewhere({ own, team: pointer && placeOf(pointer) });
  const hasTicks = pointer !== null && !isAway && !QUESTION_IDS.some((question) => question === current);
  const hasTopic = pointer !== null && !isAway && own !== READING && topic !== null;
  const hasOffer = workshop.mayTakeOver || workshop.isBlind;
  const closesAt = worksheet.isRevealed ? null : workshop.closesAt;
  const round = role === "observer" ? null : unansweredRound(workshop.consentRounds, worksheet.you.memberId);
  const isQuiet = !isAway && timer === null && !hasTicks && !hasTopic && !hasOffer && closesAt === null && round === null;
  const dismiss = () => {
    if (!workshop.nudge) return;
    answeredNudge.write(workshop.nudge.at);
    setAnswered(workshop.nudge.at);
  };
  const isMoved = isAway && !pointer?.isYours;
  const { isRevealed, members } = worksheet;
  const moment = { place: own, isAway: isMoved, roles: members.map((member) => member.role), isRevealed };
  const hint = role === "observer" ? null : hintFor(moment, seen);
  const putAway = () => {
    if (hint === null) return;
    putHintAway(hint);
    setSeen([...seen, hint]);
  };
  const news = `${pointer?.at} ${round?.id}`;
  const choose = (isOpen: boolean) => setChoice({ isOpen, news });
  // Put away is what was offered then: whoever did that hears of the team's next move and of the next question.
  const isOpen = choice && (choice.isOpen || choice.news === news) ? choice.isOpen : !isQuiet;
  const isFacilitator = role === "facilitator";
  const isAddressed = nudge !== null || hint !== null;
  if (isQuiet && !isAddressed && !isFacilitator) return null;
  // Whoever put the bar away is asked all the same, and putting it away again puts the question away.
  if (!isOpen && !isAddressed) {
    return (
      <button ref={room} type="button" className={`${classes.open} no-print`} onClick={() => choose(true)}>
        {t(isFacilitator ? "lead" : "label")}
      </button>
    );
  }
  return (
    <TeamStrip
      room={room}
      worksheet={worksheet}
      workshop={workshop}
      current={current}
      own={own}
      offers={{ nudge, hint, isAway, hasTicks, hasTopic, hasOffer, topic, closesAt, round }}
      onDismiss={dismiss}
      onHintDismiss={putAway}
      onHide={
        isQuiet && !isFacilitator
          ? null
          : () => {
              dismiss();
              choose(false);
            }
      }
    />
  );
}

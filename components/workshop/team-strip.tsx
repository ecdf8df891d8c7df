"use client";

import dynamic from "next/dynamic";
import { type RefCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { SlimLink } from "@/components/ui/slim-button";
import type { useWorkshop } from "@/lib/client/workshop/queries";
import { screenHref } from "@/lib/client/workshop/screen-href";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Hint } from "@/lib/domain/workshop/hints";
import type { WorkshopView } from "@/lib/domain/workshop/schema";
import { ClosingNote } from "./closing-note";
import { ConsentCall } from "./consent-call";
import { HintNote } from "./hint-note";
import { NudgeNote } from "./nudge-note";
import { OwnClock } from "./own-clock";
import classes from "./team-bar.module.css";
import { TeamTopic } from "./team-topic";

// Made of the component library's buttons, and not for every screen or role.
const StageReady = dynamic(() => import("./stage-ready").then((module) => module.StageReady), { ssr: false });
const TeamOffer = dynamic(() => import("./team-offer").then((module) => module.TeamOffer), { ssr: false });
const LeadControls = dynamic(() => import("./lead-controls").then((module) => module.LeadControls), { ssr: false });

type Props = {
  room: RefCallback<HTMLElement>;
  worksheet: WorksheetView;
  workshop: NonNullable<ReturnType<typeof useWorkshop>>;
  current: string;
  /** Where the reader is, as the pointer tells places apart. */
  own: string;
  offers: {
    nudge: WorkshopView["nudge"];
    hint: Hint | null;
    isAway: boolean;
    hasTicks: boolean;
    hasTopic: boolean;
    hasOffer: boolean;
    /** What the team talks about, in words. */
    topic: string | null;
    closesAt: string | null;
    round: WorkshopView["consentRounds"][number] | null;
  };
  onDismiss: () => void;
  onHintDismiss: () => void;
  /** Null where there is nothing to put away; a hint goes by its own button first. */
  onHide: (() => void) | null;
};

/** What the team's bar says and offers, once there is something. */
export function TeamStrip({ room, worksheet, workshop, current, own, offers, onDismiss, onHintDismiss, onHide }: Props) {
  const t = useTranslations("workshop.bar");
  const [isLeading, setIsLeading] = useState(false);
  const { id } = worksheet;
  const { pointer, timer, offsetMs } = workshop;
  const { nudge, hint, isAway, hasTicks, hasTopic, hasOffer, topic, closesAt, round } = offers;
  // Its name stands beside the time already.
  const isNamed = (hasTopic || isAway) && timer?.topic === pointer?.topic;
  return (
    <section ref={room} className={`${classes.bar} no-print`} aria-label={t("label")} data-testid="team-bar">
      {nudge ? <NudgeNote worksheet={worksheet} current={current} nudge={nudge} onDismiss={onDismiss} /> : null}
      {pointer && isAway ? (
        <span className={classes.part}>
          {t(whereabouts(pointer.isYours, topic !== null), {
            name: pointer.byName,
            screen: t(`screens.${pointer.screen}`),
            topic: topic ?? "",
          })}
          <SlimLink href={screenHref(id, pointer)} isSmall>
            {t(pointer.isYours ? "goBack" : "join")}
          </SlimLink>
        </span>
      ) : null}
      {round ? <ConsentCall id={id} place={own} round={round} /> : null}
      {hasTopic ? <TeamTopic field={pointer?.topic ?? ""} name={topic ?? ""} /> : null}
      {closesAt ? <ClosingNote closesAt={closesAt} lead={workshop.lead?.name ?? ""} offsetMs={offsetMs} /> : null}
      {timer ? <OwnClock timer={isNamed ? { ...timer, topic: null } : timer} offsetMs={offsetMs} /> : null}
      {hasTicks ? <StageReady worksheet={worksheet} workshop={workshop} /> : null}
      {hasOffer ? <TeamOffer id={id} workshop={workshop} /> : null}
      {hint ? <HintNote hint={hint} onDismiss={onHintDismiss} /> : null}
      {worksheet.you.role === "facilitator" ? (
        <>
          <button type="button" className={classes.fold} aria-expanded={isLeading} onClick={() => setIsLeading(!isLeading)}>
            {t("lead")}
          </button>
          <span className={classes.lead} data-open={isLeading || undefined}>
            <LeadControls id={id} place={own} workshop={workshop} />
          </span>
        </>
      ) : null}
      {onHide && hint === null ? (
        <button type="button" className={classes.hide} onClick={onHide}>
          {t("hide")}
        </button>
      ) : null}
    </section>
  );
}

/** Whoever moved the pointer is not told to follow themselves. */
function whereabouts(isYours: boolean, hasTopic: boolean) {
  if (isYours) return hasTopic ? "yoursTopic" : "yours";
  return hasTopic ? "elsewhereTopic" : "elsewhere";
}

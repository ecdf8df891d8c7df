"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { EarlyKeys } from "@/components/commands/commands";
import { FooterSlot } from "@/components/site/footer-slot";
import { ApiError } from "@/lib/client/api";
import { isReturnJustMade } from "@/lib/client/share/just-made";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { useLiveWorksheet } from "@/lib/client/worksheet/use-live-worksheet";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import { type ScreenId, StepRail } from "./step-rail";
import { WorksheetHeader } from "./worksheet-header";
import classes from "./worksheet-shell.module.css";

// Question pages resend by themselves; every other screen does it once it is painted.
const ResumeAnswers = dynamic(() => import("./resume-answers").then((module) => module.ResumeAnswers), { ssr: false });

// Only for who has just joined. After a reload the menu has the link: a card that this tab alone knows of would push down what
// the server has drawn.
const ReturnLinkCard = dynamic(() => import("./return-link-card").then((module) => module.ReturnLinkCard), { ssr: false });

// It floats over the page, so it may come when the page is painted.
const TeamBar = dynamic(() => import("@/components/workshop/team-bar").then((module) => module.TeamBar), { ssr: false });

// Fetched at the first key that could mean it.
const CommandCenter = dynamic(() => import("@/components/commands/command-center").then((module) => module.CommandCenter), { ssr: false });

type Props = { id: string; current: ScreenId; children: ReactNode };

/**
 * Header, step rail and `<main>` of every worksheet page, and the one live connection. Put content into `Column`; a
 * `BottomBar` goes last, as a direct child; the footer comes before it.
 */
export function WorksheetShell({ id, current, children }: Props) {
  const worksheet = useWorksheet(id);
  const connection = useLiveWorksheet(id);
  const { keys, isWanted } = useEarlyKeys();
  const [team, setTeam] = useState<string | null>(null);
  const isQuestion = questionIdSchema.safeParse(current).success;
  return (
    <div className={classes.page}>
      <SkipLink />
      {!isQuestion && <ResumeAnswers worksheet={worksheet} />}
      <WorksheetHeader worksheet={worksheet} current={current} connection={connection} />
      <StepRail worksheet={worksheet} current={current} team={team} />
      <main id="main" className={classes.main} tabIndex={-1}>
        <AccessNote id={id} />
        {(isQuestion || current === "lobby") && isReturnJustMade(id) && <ReturnLinkCard worksheetId={id} />}
        {children}
        <FooterSlot />
      </main>
      <TeamBar worksheet={worksheet} current={current} onTeam={setTeam} />
      {isWanted && <CommandCenter worksheet={worksheet} current={current} early={keys} />}
    </div>
  );
}

const LETTERS = "?gjktrl";

/** Keys pressed before the commands were fetched wait here; from then on the commands listen by themselves. */
function useEarlyKeys(): { keys: EarlyKeys; isWanted: boolean } {
  const [keys] = useState<EarlyKeys>({ events: [], isTaken: false });
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (keys.isTaken) return;
      const isHeld = event.ctrlKey || event.metaKey;
      const isMenu = event.key === "k" && isHeld;
      const isTyping = event.target instanceof Element && event.target.matches("input, textarea, select");
      const isSend = event.key === "Enter" && isHeld;
      if (isMenu || isSend) event.preventDefault();
      if (keys.events.length > 0 || isMenu || isSend || ((LETTERS.includes(event.key) || (event.key === "z" && isHeld)) && !isTyping)) {
        keys.events.push(event);
        setIsWanted(true);
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [keys]);
  return { keys, isWanted };
}

function SkipLink() {
  const t = useTranslations("common");
  return (
    <a href="#main" className={classes.skip}>
      {t("skip")}
    </a>
  );
}

/** A revoked link ends the stream silently; what is on the screen stays, with a word about why it is old. */
function AccessNote({ id }: { id: string }) {
  const t = useTranslations("worksheet.access");
  const { error } = useQuery(worksheetQueries.detail(id));
  const isLost = error instanceof ApiError && ["unauthenticated", "forbidden", "not_found"].includes(error.code);
  if (!isLost) return null;
  return (
    <p className={classes.note} role="alert">
      {t("lost")}
    </p>
  );
}

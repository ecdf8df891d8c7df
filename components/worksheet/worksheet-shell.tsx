"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { useLiveWorksheet } from "@/lib/client/worksheet/use-live-worksheet";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import { ReturnLinkCard } from "./return-link-card";
import { type ScreenId, StepRail } from "./step-rail";
import { WorksheetHeader } from "./worksheet-header";
import classes from "./worksheet-shell.module.css";

// Question pages resend by themselves; every other screen does it once it is painted.
const ResumeAnswers = dynamic(() => import("./resume-answers").then((module) => module.ResumeAnswers), { ssr: false });

// It floats over the page, so it may come when the page is painted.
const TeamBar = dynamic(() => import("@/components/workshop/team-bar").then((module) => module.TeamBar), { ssr: false });

// Fetched at the first key that could mean it.
const CommandCenter = dynamic(() => import("@/components/commands/command-center").then((module) => module.CommandCenter), { ssr: false });

type Props = { id: string; current: ScreenId; children: ReactNode };

/**
 * Header, step rail and `<main>` of every worksheet page, and the one live connection. Put content into `Column`; a
 * `BottomBar` goes last, as a direct child.
 */
export function WorksheetShell({ id, current, children }: Props) {
  const worksheet = useWorksheet(id);
  const connection = useLiveWorksheet(id);
  const firstKey = useFirstCommandKey();
  const isQuestion = questionIdSchema.safeParse(current).success;
  return (
    <div className={classes.page}>
      <SkipLink />
      {!isQuestion && <ResumeAnswers worksheet={worksheet} />}
      <WorksheetHeader worksheet={worksheet} current={current} connection={connection} />
      <StepRail worksheet={worksheet} current={current} />
      <main id="main" className={classes.main} tabIndex={-1}>
        <AccessNote id={id} />
        <ReturnLinkCard worksheetId={id} />
        {children}
      </main>
      <TeamBar worksheet={worksheet} current={current} />
      {firstKey && <CommandCenter worksheet={worksheet} current={current} first={firstKey} />}
    </div>
  );
}

const LETTERS = "?gjktrl";

/** The first key that may be a command; what it means is decided by what is fetched then. */
function useFirstCommandKey(): KeyboardEvent | null {
  const [first, setFirst] = useState<KeyboardEvent | null>(null);
  useEffect(() => {
    if (first) return;
    const press = (event: KeyboardEvent) => {
      const isMenu = event.key === "k" && (event.ctrlKey || event.metaKey);
      const isTyping = event.target instanceof Element && event.target.matches("input, textarea, select");
      if (isMenu) event.preventDefault();
      if (isMenu || (LETTERS.includes(event.key) && !isTyping)) setFirst(event);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [first]);
  return first;
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

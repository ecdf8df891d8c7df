"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { ArrivalNote } from "@/components/keeping/arrival-note";
import { RetentionNote } from "@/components/keeping/retention-note";
import { SeatCard } from "@/components/space/seat-card";
import { Chip } from "@/components/ui/chip";
import { Column } from "@/components/ui/column";
import { AgendaCard } from "@/components/workshop/agenda-card";
import { LeakResult } from "@/components/workshop/leak-result";
import { isReturnJustMade } from "@/lib/client/share/just-made";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { FrameSheet } from "./frame-sheet";
import classes from "./lobby-screen.module.css";
import { PeopleList } from "./people-list";
import { RevealPanel } from "./reveal-panel";

// Only while the page is the one on which the worksheet was started: afterwards the share panel has the link, and nothing is pushed down.
const InviteCard = dynamic(() => import("./invite-card").then((module) => module.InviteCard), { ssr: false });

/** Context while people arrive. Not a gate: answering is open from the first minute. */
export function LobbyScreen({ id }: { id: string }) {
  const t = useTranslations("worksheet.lobby");
  const worksheet = useWorksheet(id);
  return (
    <Column width="wide">
      <div className={classes.two}>
        <div className={classes.lead}>
          <p className="small">{t("eyebrow")}</p>
          <h1>{worksheet.title}</h1>
          {worksheet.isSample && <Chip soft>{t("sampleNote")}</Chip>}
          {worksheet.scope && <p className={classes.scope}>{worksheet.scope}</p>}
          <ArrivalNote worksheet={worksheet} />
          <RetentionNote worksheet={worksheet} />
          <p className="quiet">{useWaitingWords(worksheet)}</p>
          {worksheet.space && <SeatCard worksheet={worksheet} />}
          <WayOn worksheet={worksheet} />
          <LeakResult worksheet={worksheet} />
          {worksheet.you.role === "facilitator" && !worksheet.isRevealed && isReturnJustMade(id) && <InviteCard worksheetId={id} />}
        </div>
        <aside className={classes.aside}>
          {worksheet.you.role === "facilitator" && !worksheet.isRevealed && <RevealPanel worksheet={worksheet} />}
          <PeopleList worksheet={worksheet} />
          {worksheet.you.role !== "approver" && <AgendaCard worksheet={worksheet} />}
        </aside>
        <div className={classes.frame}>
          <FrameSheet worksheet={worksheet} />
        </div>
      </div>
    </Column>
  );
}

function useWaitingWords(worksheet: WorksheetView): string {
  const t = useTranslations("worksheet.lobby");
  const { role } = worksheet.you;
  if (worksheet.isRevealed) return t("afterReveal");
  if (role === "observer") return t("observer");
  if (role === "facilitator") return worksheet.members.length === 1 ? t("alone") : t("waitingYou");
  const facilitator = worksheet.members.find((member) => member.role === "facilitator");
  return facilitator ? t("waiting", { name: facilitator.name }) : "";
}

/** One primary way on: to the first question that you have not called ready, or to what the answers show. */
function WayOn({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.lobby");
  const { role } = worksheet.you;
  const ready = worksheet.members.find((member) => member.isYou)?.ready ?? [];
  const isAnswering = role === "facilitator" || role === "member";
  const next = QUESTION_IDS.find((question) => !ready.includes(question)) ?? "workload";
  const hasStarted = ready.length > 0 || worksheet.answers.some((answer) => answer.memberId === worksheet.you.memberId);
  return (
    <div className={classes.actions}>
      {worksheet.isRevealed && (
        <Button component={Link} href={routes.differences(worksheet.id)} prefetch={false} size="md">
          {t("readDifferences")}
        </Button>
      )}
      {isAnswering && !worksheet.isFrozen && (
        <Button
          component={Link}
          href={routes.step(worksheet.id, next)}
          prefetch={false}
          size="md"
          variant={worksheet.isRevealed || ready.length === QUESTION_IDS.length ? "default" : "filled"}
        >
          {t(answerLabel())}
        </Button>
      )}
    </div>
  );

  function answerLabel() {
    if (worksheet.isRevealed || ready.length === QUESTION_IDS.length) return "change";
    return hasStarted ? "continue" : "start";
  }
}

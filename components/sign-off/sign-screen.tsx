"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ArrivalNote } from "@/components/keeping/arrival-note";
import { Column } from "@/components/ui/column";
import { signOffQueries } from "@/lib/client/sign-off/queries";
import { earlierRevision, signStateOf } from "@/lib/client/sign-off/sign-state";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { AcceptedPanel } from "./accepted-panel";
import { AddApprover } from "./add-approver";
import { ApproverList } from "./approver-list";
import { ApproverReading } from "./approver-reading";
import { ChangesAsked } from "./changes-asked";
import { DelegatePanel, type HandedOn } from "./delegate-panel";
import { FreezePanel } from "./freeze-panel";
import { FrozenDecision } from "./frozen-decision";
import { RulePanel } from "./rule-panel";
import { SignFinding } from "./sign-finding";
import classes from "./sign-off.module.css";

// Only revisions that follow another one need to be compared.
const WhatChanged = dynamic(() => import("./what-changed").then((module) => module.WhatChanged), { ssr: false });

/** One page for everyone: the facilitator freezes and names, approvers read and answer, members follow. */
export function SignScreen({ worksheetId }: { worksheetId: string }) {
  const view = useWorksheet(worksheetId);
  const t = useTranslations("sign");
  const state = signStateOf(view);
  const you = state.lines.find((line) => line.approver.isYou) ?? null;
  const isFacilitator = view.you.role === "facilitator";
  const { revision } = state;
  const { data: setUp } = useQuery(signOffQueries.detail(worksheetId));
  const before = revision?.status === "proposed" ? earlierRevision(view, you) : null;
  const delegate = setUp?.you.delegate ?? null;
  const [handed, setHanded] = useState<HandedOn | null>(null);
  const asked = setUp?.approvers.find(({ id }) => id === you?.approver.id);
  const hasAnswered = you !== null && you.approval !== null && !you.isStale;
  const mayDelegate = revision?.status === "proposed" && !hasAnswered && asked?.isTurn === true && asked.delegatedBy === null;

  return (
    <Column width="wide">
      <SignFinding view={view} state={state} you={you} setUp={setUp} />
      <ArrivalNote worksheet={view} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {state.stage === "accepted" && <AcceptedPanel view={view} revision={revision} />}
          {state.stage === "changes" && state.declined && <ChangesAsked view={view} line={state.declined} isFacilitator={isFacilitator} />}
          {view.you.role !== "approver" && state.stage !== "accepted" && <FreezePanel view={view} state={state} />}
          {revision !== null && before !== null && (
            <WhatChanged worksheetId={worksheetId} before={before} after={revision} isYours={you?.approval?.revision === before.n} />
          )}
          {revision !== null && you !== null && <ApproverReading view={view} revision={revision} line={you} setUp={setUp} />}
          {revision !== null && you === null && <FrozenDecision worksheetId={worksheetId} revision={revision} />}
          {state.stage !== "accepted" && (delegate !== null || handed !== null || mayDelegate) && (
            <DelegatePanel worksheetId={worksheetId} delegate={delegate} shown={handed} onShown={setHanded} />
          )}
        </div>
        <aside className={classes.aside} id="approvers" aria-label={t("approvers.heading")}>
          <ApproverList view={view} state={state} setUp={setUp} />
          {isFacilitator && state.stage !== "accepted" && <AddApprover view={view} isMailOn={setUp?.isMailOn ?? false} />}
          {isFacilitator && state.stage !== "accepted" && setUp && <RulePanel view={view} setUp={setUp} revision={revision} />}
        </aside>
      </div>
    </Column>
  );
}

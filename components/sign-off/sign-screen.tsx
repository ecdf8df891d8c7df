"use client";

import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import { signStateOf } from "@/lib/client/sign-off/sign-state";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { AcceptedPanel } from "./accepted-panel";
import { AddApprover } from "./add-approver";
import { ApproverList } from "./approver-list";
import { ApproverReading } from "./approver-reading";
import { ChangesAsked } from "./changes-asked";
import { FreezePanel } from "./freeze-panel";
import { FrozenDecision } from "./frozen-decision";
import { SignFinding } from "./sign-finding";
import classes from "./sign-off.module.css";

/** One page for everyone: the facilitator freezes and names, approvers read and answer, members follow. */
export function SignScreen({ worksheetId }: { worksheetId: string }) {
  const view = useWorksheet(worksheetId);
  const t = useTranslations("sign");
  const state = signStateOf(view);
  const you = state.lines.find((line) => line.approver.isYou) ?? null;
  const isFacilitator = view.you.role === "facilitator";
  const { revision } = state;

  return (
    <Column width="wide">
      <SignFinding view={view} state={state} you={you} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {state.stage === "accepted" && <AcceptedPanel view={view} revision={revision} />}
          {state.stage === "changes" && state.declined && <ChangesAsked view={view} line={state.declined} isFacilitator={isFacilitator} />}
          {view.you.role !== "approver" && state.stage !== "accepted" && <FreezePanel view={view} state={state} />}
          {revision !== null && you !== null && <ApproverReading worksheetId={worksheetId} revision={revision} line={you} />}
          {revision !== null && you === null && <FrozenDecision worksheetId={worksheetId} revision={revision} />}
        </div>
        <aside className={classes.aside} id="approvers" aria-label={t("approvers.heading")}>
          <ApproverList view={view} state={state} />
          {isFacilitator && state.stage !== "accepted" && <AddApprover view={view} />}
        </aside>
      </div>
    </Column>
  );
}

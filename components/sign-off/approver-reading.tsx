"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ApproverLine } from "@/lib/client/sign-off/sign-state";
import type { SignOffView } from "@/lib/domain/sign-off/schema";
import type { RevisionView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { FrozenDecision } from "./frozen-decision";
import classes from "./sign-off.module.css";
import { VerdictForm } from "./verdict-form";

type Props = { view: WorksheetView; revision: RevisionView; line: ApproverLine; setUp: SignOffView | undefined };

/** The decision to read, then the answer to give; an answer can be changed while the revision is open. */
export function ApproverReading({ view, revision, line, setUp }: Props) {
  const t = useTranslations("sign.verdict");
  const [isChanging, setChanging] = useState(false);
  const hasAnswered = line.approval !== null && !line.isStale;
  const asked = setUp?.approvers.find(({ id }) => id === line.approver.id);
  const isOpen = revision.status === "proposed" && asked?.isTurn !== false;
  const worksheetId = view.id;
  const showsForm = isOpen && (!hasAnswered || isChanging);
  return (
    <>
      <FrozenDecision worksheetId={worksheetId} revision={revision} verdictAnchor={isOpen ? "verdict" : undefined} />
      {showsForm && (
        // A new revision is a new question: what was typed for the old one must not be sent with its hash.
        <VerdictForm
          key={revision.sha256}
          worksheetId={worksheetId}
          revision={revision}
          role={view.you.role}
          setUp={setUp}
          onDone={() => setChanging(false)}
        />
      )}
      {isOpen && hasAnswered && !isChanging && (
        <section id="verdict" className={classes.card}>
          <p className={classes.text}>{t("changeable")}</p>
          <div className={classes.row}>
            <Button variant="default" onClick={() => setChanging(true)}>
              {t("change")}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

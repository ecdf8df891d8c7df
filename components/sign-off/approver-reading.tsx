"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ApproverLine } from "@/lib/client/sign-off/sign-state";
import type { RevisionView } from "@/lib/domain/worksheet/schema";
import { FrozenDecision } from "./frozen-decision";
import classes from "./sign-off.module.css";
import { VerdictForm } from "./verdict-form";

type Props = { worksheetId: string; revision: RevisionView; line: ApproverLine };

/** The decision to read, then the answer to give; an answer can be changed while the revision is open. */
export function ApproverReading({ worksheetId, revision, line }: Props) {
  const t = useTranslations("sign.verdict");
  const [isChanging, setChanging] = useState(false);
  const hasAnswered = line.approval !== null && !line.isStale;
  const isOpen = revision.status === "proposed";
  const showsForm = isOpen && (!hasAnswered || isChanging);
  return (
    <>
      <FrozenDecision worksheetId={worksheetId} revision={revision} verdictAnchor={isOpen ? "verdict" : undefined} />
      {showsForm && (
        // A new revision is a new question: what was typed for the old one must not be sent with its hash.
        <VerdictForm key={revision.sha256} worksheetId={worksheetId} revision={revision} onDone={() => setChanging(false)} />
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

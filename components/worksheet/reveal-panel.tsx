"use client";

import { Button, Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { useReveal } from "@/lib/client/worksheet/mutations";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { MemberView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./reveal-panel.module.css";

/** The facilitator's one-way act, with who is not ready in front of it. It never happens by itself. */
export function RevealPanel({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.reveal");
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const reveal = useReveal(worksheet.id);
  const unfinished = unfinishedMembers(worksheet.members);

  const confirm = () =>
    reveal.mutate(undefined, {
      onSuccess: () => {
        announce(t("announced"));
        router.push(routes.differences(worksheet.id));
      },
    });
  return (
    <section className={classes.panel} aria-labelledby="reveal-title">
      <h2 id="reveal-title" className={classes.title}>
        {t("title")}
      </h2>
      <p className="small">{t("text")}</p>
      {unfinished.length === 0 ? <p className={classes.all}>{t("allReady")}</p> : <Unfinished members={unfinished} />}
      <div>
        <Button variant={unfinished.length === 0 ? "filled" : "default"} onClick={() => setIsAsking(true)}>
          {t("button")}
        </Button>
      </div>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title={t("dialogTitle")} withCloseButton={false}>
        <div className={classes.dialog}>
          <p>{t("dialogText")}</p>
          <p className="quiet">{t("unfinished", { count: unfinished.length })}</p>
          {unfinished.length > 0 && <Unfinished members={unfinished} />}
          <ErrorNote error={reveal.error} />
          <div className={classes.actions}>
            <Button variant="default" onClick={() => setIsAsking(false)} data-autofocus>
              {t("notYet")}
            </Button>
            <Button loading={reveal.isPending} onClick={confirm}>
              {t("confirm")}
            </Button>
          </div>
        </div>
      </Modal>
    </section>
  );
}

function Unfinished({ members }: { members: readonly MemberView[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const list = (questions: readonly string[]) => format.list(questions.map((question) => t(`common.questions.${question}`)));
  return (
    <ul className={classes.list}>
      {members.map((member) => {
        const { notStarted, notReady } = openQuestions(member);
        return (
          <li key={member.id}>
            <b>{member.name}</b>
            {notStarted.length > 0 && <span>{t("worksheet.reveal.notStarted", { questions: list(notStarted) })}</span>}
            {notReady.length > 0 && <span>{t("worksheet.reveal.notReady", { questions: list(notReady) })}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** People who count and have not said "ready" on all five. */
function unfinishedMembers(members: readonly MemberView[]): MemberView[] {
  return members.filter(
    (member) => (member.role === "facilitator" || member.role === "member") && member.ready.length < QUESTION_IDS.length,
  );
}

function openQuestions(member: MemberView) {
  const open = QUESTION_IDS.filter((question) => !member.ready.includes(question));
  const isUntouched = (question: (typeof open)[number]) => member.started !== null && !member.started.includes(question);
  return { notStarted: open.filter(isUntouched), notReady: open.filter((question) => !isUntouched(question)) };
}

"use client";

import { Button, Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { PolicyChoice } from "@/components/workshop/policy-choice";
import { useReveal } from "@/lib/client/worksheet/mutations";
import { revealWish } from "@/lib/client/worksheet/reveal-wish";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useNudges } from "@/lib/client/workshop/nudges";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { QUESTION_IDS, type QuestionId } from "@/lib/domain/answers/schema";
import type { MemberView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { minutesOf } from "@/lib/domain/workshop/agendas";
import { pointerTo, READING } from "@/lib/domain/workshop/pointer";
import { routes } from "@/lib/routes";
import classes from "./reveal-panel.module.css";
import { UnfinishedList } from "./unfinished-list";

/** The facilitator's one-way act, with who is not ready in front of it. It never happens by itself. */
export function RevealPanel({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.reveal");
  const router = useRouter();
  const policyWords = useTranslations("workshop.policy");
  const questionWords = useTranslations("common.questions");
  const workshop = useWorkshop(worksheet.id);
  const policy = workshop?.revealPolicy ?? "together";
  const agenda = workshop?.agenda ?? "45";
  const hasOthers = worksheet.members.filter(({ role }) => role === "facilitator" || role === "member").length > 1;
  const [asked, setAsked] = useState<QuestionId[] | "all" | null>(null);
  const reveal = useReveal(worksheet.id);
  const { mutate: act } = useWorkshopAct(worksheet.id);
  const left = QUESTION_IDS.filter((question) => worksheet.questions[question].state === "open");
  const questions = asked === null || asked === "all" ? left : asked;
  const unfinished = unfinishedMembers(worksheet.members, questions);
  const nudges = useNudges(worksheet.id);
  const spoken = workshop?.proxies.map(({ memberId }) => memberId) ?? [];
  const isStill = workshop?.isStill ?? false;
  const close = () => setAsked(null);

  const isKnown = workshop !== undefined;
  const [first] = left;
  useEffect(() => {
    if (!isKnown) return;
    const open = () => {
      if (revealWish.take()) setAsked(policy === "step" && first ? [first] : "all");
    };
    open();
    return revealWish.subscribe(open);
  }, [isKnown, policy, first]);

  // Not a callback of mutate(): that is dropped when the news of the reveal takes this panel away before the reply.
  const confirm = () => {
    const from = window.location.pathname;
    // Whoever went elsewhere before the reply is not fetched back.
    const goTo = (href: string) => window.location.pathname === from && router.push(href);
    void reveal.mutateAsync(asked === "all" || asked === null ? undefined : asked).then(
      () => {
        if (!hasOthers) return goTo(routes.differences(worksheet.id));
        // Whoever else is here is offered the way to what they have just been shown: first everybody reads, and nobody talks.
        act({ path: "pointer", body: pointerTo(READING) ?? {} });
        act({ path: "timer", body: { action: "start", seconds: minutesOf(agenda, "reading") * 60, topic: READING } });
        goTo(routes.reading(worksheet.id));
      },
      () => undefined,
    );
  };
  return (
    <section className={classes.panel} aria-labelledby="reveal-title">
      <h2 id="reveal-title" className={classes.title}>
        {t("title")}
      </h2>
      <PolicyChoice worksheet={worksheet} policy={policy} />
      {policy === "together" && <p className="small">{t("text")}</p>}
      {unfinished.length === 0 && <p className={classes.all}>{t("allReady")}</p>}
      {isStill && <p className="small">{t("still")}</p>}
      <div className={`${classes.actions} ${classes.start}`}>
        {policy === "step" ? (
          left.map((question) => (
            <Button key={question} variant="default" onClick={() => setAsked([question])}>
              {policyWords("reveal", { question: questionWords(question) })}
            </Button>
          ))
        ) : (
          <Button variant={unfinished.length === 0 || isStill ? "filled" : "default"} onClick={() => setAsked("all")}>
            {t("button")}
          </Button>
        )}
      </div>
      {/* Below the button: who joins or gets ready moves nothing that is about to be pressed. */}
      {unfinished.length > 0 && <UnfinishedList members={unfinished} asked={questions} nudges={nudges} spoken={spoken} />}
      <Modal opened={asked !== null} onClose={close} title={title()} withCloseButton={false}>
        <div className={classes.dialog}>
          <p>{t("dialogText")}</p>
          <p className="quiet">{t("unfinished", { count: unfinished.length })}</p>
          {unfinished.length > 0 && <UnfinishedList members={unfinished} asked={questions} nudges={nudges} spoken={spoken} />}
          <ErrorNote error={reveal.error} />
          <div className={classes.actions}>
            <Button variant="default" onClick={close} data-autofocus>
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

  function title() {
    const [one] = questions;
    return questions.length === 1 && one ? policyWords("question", { question: questionWords(one) }) : t("dialogTitle");
  }
}

/** People who count and have not said "ready" on all that would be revealed. */
function unfinishedMembers(members: readonly MemberView[], questions: readonly QuestionId[]): MemberView[] {
  const isDone = (member: MemberView) => questions.every((question) => member.ready.includes(question));
  return members.filter((member) => (member.role === "facilitator" || member.role === "member") && !isDone(member));
}

"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { isTooSoon, type useNudges } from "@/lib/client/workshop/nudges";
import type { QuestionId } from "@/lib/domain/answers/schema";
import type { MemberView } from "@/lib/domain/worksheet/schema";
import classes from "./reveal-panel.module.css";

type Props = {
  members: readonly MemberView[];
  asked: readonly QuestionId[];
  nudges: ReturnType<typeof useNudges>;
  /** People without a device: there is no screen to ask on. */
  spoken: readonly string[];
};

/** Who has unanswered questions, and a way to ask each of them, or all, whether they are ready. */
export function UnfinishedList({ members, asked, nudges, spoken }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const list = (questions: readonly string[]) => format.list(questions.map((question) => t(`common.questions.${question}`)));
  const askable = members.filter(({ id, isYou }) => !isYou && !spoken.includes(id));
  const left = askable.filter(({ id }) => !nudges.asked.includes(id));
  return (
    <>
      <ul className={classes.list}>
        {members.map((member) => {
          const { notStarted, notReady } = openOf(member, asked);
          return (
            <li key={member.id}>
              <span className={classes.who}>
                <b>{member.name}</b>
                {notStarted.length > 0 && <span>{t("worksheet.reveal.notStarted", { questions: list(notStarted) })}</span>}
                {notReady.length > 0 && <span>{t("worksheet.reveal.notReady", { questions: list(notReady) })}</span>}
              </span>
              {askable.includes(member) && (
                <NudgeButton
                  label={t(left.includes(member) ? "worksheet.reveal.nudge" : "worksheet.reveal.nudged")}
                  about={t(left.includes(member) ? "worksheet.reveal.nudgeOne" : "worksheet.reveal.nudgedOne", { name: member.name })}
                  isResting={!left.includes(member)}
                  onPress={() => nudges.nudge([member.id])}
                />
              )}
            </li>
          );
        })}
      </ul>
      {askable.length > 1 && (
        <NudgeButton
          label={t(left.length > 0 ? "worksheet.reveal.nudgeAll" : "worksheet.reveal.nudgedAll")}
          isResting={left.length === 0}
          onPress={() => nudges.nudge(left.map(({ id }) => id))}
        />
      )}
      {isTooSoon(nudges.error) ? (
        <p className="small" role="status">
          {t("worksheet.reveal.tooSoon")}
        </p>
      ) : (
        <ErrorNote error={nudges.error} />
      )}
    </>
  );
}

type ButtonProps = { label: string; about?: string; isResting: boolean; onPress: () => void };

/** While it rests it keeps the focus, which a disabled button would lose. */
function NudgeButton({ label, about, isResting, onPress }: ButtonProps) {
  return (
    <Button
      size="xs"
      variant="default"
      className={classes.nudge}
      aria-label={about}
      aria-disabled={isResting || undefined}
      data-disabled={isResting || undefined}
      onClick={() => {
        if (!isResting) onPress();
      }}
    >
      {label}
    </Button>
  );
}

function openOf(member: MemberView, asked: readonly QuestionId[]) {
  const open = asked.filter((question) => !member.ready.includes(question));
  const isUntouched = (question: (typeof open)[number]) => member.started !== null && !member.started.includes(question);
  return { notStarted: open.filter(isUntouched), notReady: open.filter((question) => !isUntouched(question)) };
}

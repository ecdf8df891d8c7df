"use client";

import { useTranslations } from "use-intl";
import { CauseChoice } from "@/components/converge/cause-choice";
import { useWorkshop } from "@/lib/client/workshop/queries";
import type { MemberAnswer } from "@/lib/domain/disagreement/given-answers";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./answer-list.module.css";
import { useDifferences } from "./differences-context";
import { useWords } from "./use-words";

const MOST_IN_ONE_COLUMN = 8;

/** Who said what, how they know it and why: the strip in words, complete. Two answers stand side by side. */
export function AnswerList({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences.answers");
  const words = useWords();
  return (
    <ul
      className={classes.list}
      data-pair={field.answers.length === 2 || undefined}
      data-many={field.answers.length > MOST_IN_ONE_COLUMN || undefined}
      aria-label={t("title", { field: words.label(field.def) })}
    >
      {field.answers.map((answer) => (
        <AnswerItem key={answer.memberId} field={field} answer={answer} />
      ))}
    </ul>
  );
}

function AnswerItem({ field, answer }: { field: WorksheetField; answer: MemberAnswer }) {
  const t = useTranslations("differences.answers");
  const { person, worksheetId } = useDifferences();
  const words = useWords();
  const { name, isYou } = person(answer.memberId);
  const isKnown = field.camps.some((camp) => camp.memberIds.includes(answer.memberId)) || Array.isArray(answer.value);
  const value = answer.unknown ? t("unknown") : words.value(field.def, answer.value);
  return (
    <li className={classes.item}>
      <span className={classes.name}>{isYou ? t("you", { name }) : name}</span>{" "}
      <span className={classes.value} data-unknown={answer.unknown || undefined}>
        {answer.unknown || isKnown ? value : t("unreadable", { value })}
      </span>{" "}
      <Provenance field={field} answer={answer} />
      <SpokenMark worksheetId={worksheetId} memberId={answer.memberId} />
      {answer.first ? <CauseChoice worksheetId={worksheetId} field={field.field} memberId={answer.memberId} isYou={isYou} /> : null}
      {answer.reason ? <q className={classes.reason}>{answer.reason}</q> : null}
    </li>
  );
}

/** Whose voice it is when somebody else typed it. */
function SpokenMark({ worksheetId, memberId }: { worksheetId: string; memberId: string }) {
  const t = useTranslations("converge");
  const proxy = useWorkshop(worksheetId)?.proxies.find((one) => one.memberId === memberId);
  return proxy ? <span className={classes.provenance}> · {t("spoken", { name: proxy.byName })}</span> : null;
}

function Provenance({ field, answer }: { field: WorksheetField; answer: MemberAnswer }) {
  const t = useTranslations();
  const words = useWords();
  const parts = [
    answer.first?.unknown ? t("differences.answers.firstUnknown") : null,
    answer.first && !answer.first.unknown ? t("differences.answers.first", { value: words.value(field.def, answer.first.value) }) : null,
    answer.late ? t("differences.answers.late") : null,
  ].filter((part) => part !== null);
  const isMeasured = answer.basis === "measured";
  if (!answer.basis && parts.length === 0) return null;
  return (
    <span className={classes.provenance}>
      {answer.basis ? (
        <span data-measured={isMeasured || undefined}>
          {isMeasured ? <span aria-hidden>◆ </span> : null}
          {t(`fields.basis.${answer.basis}`)}
        </span>
      ) : null}
      {parts.map((part, i) => (
        <span key={part}>
          {i > 0 || answer.basis ? " · " : ""}
          {part}
        </span>
      ))}
    </span>
  );
}

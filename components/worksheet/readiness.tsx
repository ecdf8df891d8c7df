"use client";

import { useTranslations } from "use-intl";
import type { QuestionId } from "@/lib/domain/answers/schema";
import type { MemberView } from "@/lib/domain/worksheet/schema";
import classes from "./readiness.module.css";

/** "✓ Bo  ✓ Dee  Cy writing · 2 of 3 ready". Observers and approvers are never counted. On phones only the count. */
export function Readiness({ members, question }: { members: readonly MemberView[]; question: QuestionId }) {
  const t = useTranslations("worksheet.ready");
  const answering = members.filter((member) => member.role === "facilitator" || member.role === "member");
  const ready = answering.filter((member) => member.ready.includes(question));
  return (
    <>
      <ul className={classes.list}>
        {answering
          .filter((member) => !member.isYou)
          .slice(0, 8)
          .map((member) => (
            <li key={member.id}>
              {ready.includes(member) ? (
                <>
                  <b aria-hidden="true">✓</b> {member.name}
                  <span className="visually-hidden"> ({t("ready", { name: member.name })})</span>
                </>
              ) : (
                t(isWriting(member) ? "writing" : "away", { name: member.name })
              )}
            </li>
          ))}
      </ul>
      <span className="small num">
        {ready.length === answering.length && answering.length > 1
          ? t("everyone")
          : t("count", { ready: ready.length, total: answering.length })}
      </span>
    </>
  );

  /** Who has started is told to the facilitator alone; for everybody else only presence speaks. */
  function isWriting(member: MemberView): boolean {
    return member.isHere || (member.started?.includes(question) ?? false);
  }
}

"use client";

import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { initials } from "@/lib/domain/text";
import type { MemberView } from "@/lib/domain/worksheet/schema";
import classes from "./people-list.module.css";

/** Everybody by name, with who is here and how far they say they are. Never how much they wrote. */
export function PeopleList({ members, isRevealed }: { members: readonly MemberView[]; isRevealed: boolean }) {
  const t = useTranslations();
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title" className={classes.title}>
        {t("worksheet.lobby.people")}
      </h2>
      <ul className={classes.list}>
        {members.map((member) => (
          <li key={member.id} className={classes.person}>
            <Avatar initials={initials(member.name)} isAway={!member.isHere} />
            <span className={classes.name}>
              {member.name}
              {member.isYou && <span className="muted"> ({t("common.you")})</span>}
              {member.role !== "member" && <span className="small"> · {t(`common.roles.${member.role}`)}</span>}
            </span>
            <span className={classes.state}>{stateOf(member)}</span>
          </li>
        ))}
      </ul>
    </section>
  );

  function stateOf(member: MemberView) {
    const presence = t(`worksheet.lobby.${member.isHere ? "here" : "away"}`);
    const isAnswering = member.role === "facilitator" || member.role === "member";
    if (!isAnswering || isRevealed) return presence;
    const count = member.ready.length;
    if (count === QUESTION_IDS.length) {
      return (
        <>
          <b aria-hidden="true">✓</b> {t("worksheet.lobby.readyAll")}
        </>
      );
    }
    return count > 0 ? t("worksheet.lobby.readySome", { count }) : presence;
  }
}

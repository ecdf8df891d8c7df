"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { initials } from "@/lib/domain/text";
import type { MemberView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./people-list.module.css";

/** Everybody by name, with who is here and how far they say they are. Never how much they wrote. */
export function PeopleList({ worksheet: { id, members, isRevealed, you } }: { worksheet: WorksheetView }) {
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
      {you.role === "facilitator" && (
        <p className={`small ${classes.manage}`}>
          <Link href={`${routes.settings(id)}#people`} prefetch={false}>
            {t("worksheet.lobby.manage")}
          </Link>
          <Link href={`${routes.settings(id)}#spoken`} prefetch={false}>
            {t("workshop.people.spokenTitle")}
          </Link>
        </p>
      )}
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

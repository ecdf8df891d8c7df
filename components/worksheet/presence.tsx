"use client";

import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { initials } from "@/lib/domain/text";
import type { MemberView } from "@/lib/domain/worksheet/schema";
import classes from "./presence.module.css";

const SHOWN = 6;

/** Who is here, as initials with words behind them; people who are away are paler. */
export function Presence({ members }: { members: readonly MemberView[] }) {
  const t = useTranslations("worksheet.shell");
  const people = [...members].sort((a, b) => Number(b.isHere) - Number(a.isHere));
  const rest = people.length - SHOWN;
  return (
    <ul className={classes.people} aria-label={t("people")}>
      {people.slice(0, SHOWN).map((member) => {
        const words = t(member.isHere ? "here" : "away", { name: member.name });
        return (
          <li key={member.id} title={words}>
            <Avatar initials={initials(member.name)} isAway={!member.isHere} />
            <span className="visually-hidden">{words}</span>
          </li>
        );
      })}
      {rest > 0 && <li className="tiny">{t("more", { count: rest })}</li>}
    </ul>
  );
}

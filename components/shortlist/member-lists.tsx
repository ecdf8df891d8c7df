"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { impactQueries } from "@/lib/client/impact/queries";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** The list that each member's answers lead to, all else as the team has it, and how often each candidate survives. */
export function MemberLists() {
  const t = useTranslations("candidates.members");
  const format = useFormatter();
  const { view, evaluation, nameOf } = useShortlist();
  const { data: known } = useQuery(impactQueries.of(useQueryClient(), view));
  if (known === undefined || known.impact.members.length < 2) return null;
  const data = known.impact;
  const name = (id: string) => data.names[id] ?? nameOf(id);
  const survival = data.combinations?.survival ?? [];
  const listed = new Set([...evaluation.shortlist.map(({ id }) => id), ...survival.filter(({ share }) => share > 0.2).map(({ id }) => id)]);
  return (
    <section className={classes.section} id="members">
      <h2>{t("heading")}</h2>
      <p className="quiet">{t("body")}</p>
      <ul className={classes.lines}>
        {data.members.map(({ memberId, list }) => (
          <li key={memberId}>
            <b>{view.members.find((member) => member.id === memberId)?.name ?? t("gone")}</b>:{" "}
            {list.length === 0 ? t("none") : list.map(name).join(", ")}
            {list.join() === data.list.join() && <span className="muted"> {t("same")}</span>}
          </li>
        ))}
      </ul>
      {known.isFinal && data.combinations && survival.length > 0 && (
        <p className="quiet">
          {t(data.combinations.isExact ? "survives" : "survivesSampled", { n: data.combinations.tried })}{" "}
          {format.list(
            survival
              .filter(({ id }) => listed.has(id))
              .map(({ id, share }) => t("share", { name: name(id), pct: Math.round(share * 100) })),
          )}
          .
        </p>
      )}
    </section>
  );
}

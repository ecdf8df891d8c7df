"use client";

import { useTranslations } from "use-intl";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** What the team runs today, and no new database: always on the table, whatever the rules say. */
export function Standing() {
  const t = useTranslations("shortlist.standing");
  const { evaluation, words, nameOf } = useShortlist();
  const standing = evaluation.standing.toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst));
  if (standing.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{t("heading")}</h2>
      <div className={classes.two}>
        {standing.map(({ kind, id, text }) => (
          <div key={kind}>
            <h3>{kind === "what_we_run" && id !== null ? t("incumbent", { name: nameOf(id) }) : t(kind)}</h3>
            <p className="quiet">{words.say(text)}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

"use client";

import { useTranslations } from "use-intl";
import type { Finalist } from "@/lib/client/shortlist/finalists";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** What must be accepted in writing for a finalist to stay. */
export function Conditions({ finalists }: { finalists: readonly Finalist[] }) {
  const t = useTranslations("shortlist.conditions");
  const { words } = useShortlist();
  const all = finalists.flatMap(({ entry, conditions }) => conditions.map((rule) => ({ name: entry.name, rule })));
  if (all.length === 0) return null;
  return (
    <section id="conditions" className={classes.section}>
      <h2>{t("heading")}</h2>
      <p className="quiet">{t("body")}</p>
      <ul className={classes.lines}>
        {all.map(({ name, rule }) => (
          <li key={`${name} ${rule.id}`}>
            {words.say(rule.text)}{" "}
            <span className="muted">
              ({t("for", { name })}, <span className="rule-id">{rule.id}</span>)
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

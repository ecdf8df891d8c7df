"use client";

import { useTranslations } from "use-intl";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** Nothing is left: the smallest sets of answers that keep everybody out, and who comes back without them. Never an invented winner. */
export function EmptyList() {
  const t = useTranslations("shortlist.empty");
  const { evaluation, words, nameOf } = useShortlist();
  const relaxations = evaluation.relaxations ?? [];
  return (
    <section>
      <h2>{t("heading")}</h2>
      <p className="quiet">{t(relaxations.length > 0 ? "body" : "none")}</p>
      <ul className={classes.lines}>
        {relaxations.map(({ changes, adds }) => (
          <li key={JSON.stringify(changes)}>
            {changes.map((change) => words.cite(change.field, change.from)).join(" + ")} → <b>{adds.slice(0, 4).map(nameOf).join(", ")}</b>
            {adds.length > 4 && <span className="muted"> +{adds.length - 4}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

"use client";

import { useTranslations } from "use-intl";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** Nothing is left: the single changes that bring somebody back. Never an invented winner. */
export function EmptyList() {
  const t = useTranslations("shortlist.empty");
  const { candidates } = useShortlist().evaluation;
  const { words } = useShortlist();
  const ways = new Map<string, { text: string; names: string[] }>();
  for (const { name, comesBackIf } of candidates) {
    for (const back of comesBackIf) {
      const key = `${back.field} ${JSON.stringify(back.to)}`;
      const way = ways.get(key) ?? { text: words.cite(back.field, back.to), names: [] };
      way.names.push(name);
      ways.set(key, way);
    }
  }
  const sorted = [...ways.entries()].toSorted(([, a], [, b]) => b.names.length - a.names.length);
  return (
    <section>
      <h2>{t("heading")}</h2>
      <p className="quiet">{t(sorted.length > 0 ? "body" : "none")}</p>
      <ul className={classes.lines}>
        {sorted.map(([key, { text, names }]) => (
          <li key={key}>
            {text} → <b>{names.slice(0, 4).join(", ")}</b>
            {names.length > 4 && <span className="muted"> +{names.length - 4}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

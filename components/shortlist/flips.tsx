"use client";

import { useTranslations } from "use-intl";
import { FlipWords, Headroom } from "./flip-words";
import classes from "./flips.module.css";
import { useShortlist } from "./shortlist-context";

/** Every single change of one answer that changes the list, the nearest first as the engine orders them. */
export function Flips() {
  const t = useTranslations("shortlist.change");
  const { flips } = useShortlist().evaluation;
  return (
    <section className={classes.section}>
      <h2>{t("heading")}</h2>
      {flips.length === 0 && <p className="quiet">{t("none")}</p>}
      <ul className={classes.list}>
        {flips.map((flip) => (
          <li key={`${flip.change.field} ${JSON.stringify(flip.change.to)}`} className={classes.item}>
            <p>
              <FlipWords flip={flip} />
            </p>
            <Headroom flip={flip} />
          </li>
        ))}
      </ul>
    </section>
  );
}

"use client";

import { useTranslations } from "use-intl";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** A product for several audiences: the list for those it is hosted for, and for those who run it themselves (F-11). */
export function Audiences() {
  const t = useTranslations("candidates.audiences");
  const { evaluation, words, nameOf } = useShortlist();
  const { audiences = [] } = evaluation;
  if (audiences.length === 0) return null;
  return (
    <section className={classes.section} id="audiences">
      <h2>{t("heading")}</h2>
      <p className="quiet">{t("body")}</p>
      <ul className={classes.lines}>
        {audiences.map(({ distribution, shortlist }) => (
          <li key={distribution}>
            <b>{words.value("frame.distribution", distribution)}</b>:{" "}
            {shortlist.length === 0 ? t("none") : shortlist.map(nameOf).join(", ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

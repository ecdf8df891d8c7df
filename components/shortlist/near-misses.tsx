"use client";

import { useTranslations } from "use-intl";
import { RemovedCandidate } from "./removed-candidate";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

export function NearMisses() {
  const t = useTranslations("shortlist.near");
  const near = useShortlist().evaluation.candidates.filter((candidate) => candidate.status === "near-miss");
  return (
    <section className={classes.section}>
      <h2>{t("heading")}</h2>
      <p className="quiet">{t(near.length > 0 ? "body" : "none")}</p>
      {near.length > 0 && (
        <ul className={classes.lines}>
          {near.map((candidate) => (
            <RemovedCandidate key={candidate.id} candidate={candidate} distance />
          ))}
        </ul>
      )}
    </section>
  );
}

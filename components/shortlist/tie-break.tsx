"use client";

import { useTranslations } from "use-intl";
import { scoresOf, tieBreak } from "@/lib/domain/tie-break/tie-break";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";
import { TieBreakRanking } from "./tie-break-ranking";
import { TieBreakRegret } from "./tie-break-regret";
import { TieBreakResult } from "./tie-break-result";
import { TieBreakScores } from "./tie-break-scores";

/** Two or three are left: score them against written anchors, rank the criteria alone, and read what follows. */
export function TieBreakPart() {
  const t = useTranslations("candidates.tieBreak");
  const { evaluation, handwork } = useShortlist();
  const candidates = evaluation.shortlist.map(({ id }) => id);
  const rankings = handwork.ranking.all.map(({ value }) => value);
  const result = tieBreak({ candidates, scores: scoresOf(handwork.scores), rankings });
  if (result.kind === "nothing_to_break") {
    return (
      <>
        <h1 className="find">{t("nothing")}</h1>
        <p className={`quiet ${classes.calm}`}>{t("nothingBody", { n: candidates.length })}</p>
      </>
    );
  }
  return (
    <>
      <TieBreakResult result={result} />
      <TieBreakScores candidates={candidates} />
      <TieBreakRegret />
      <TieBreakRanking />
    </>
  );
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import { kendallW } from "@/lib/domain/disagreement/rankings";
import { CRITERIA, type Criterion } from "@/lib/domain/tie-break/criteria";
import type { TieBreak, Total } from "@/lib/domain/tie-break/tie-break";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";
import table from "./tie-break.module.css";

type Result = Exclude<TieBreak, { kind: "nothing_to_break" }>;

/** What the scores and the ranking say, in words first; never a winner by less than the weights' own uncertainty. */
export function TieBreakResult({ result }: { result: Result }) {
  const t = useTranslations("candidates.tieBreak");
  const common = useTranslations("common.questions");
  const { nameOf, words } = useShortlist();
  return (
    <div data-tie-break={result.kind}>
      <h1 className="find">{finding()}</h1>
      <p className={`quiet ${classes.calm}`}>{body()}</p>
      {"totals" in result && <Weights result={result} />}
    </div>
  );

  function finding() {
    switch (result.kind) {
      case "missing":
        return t(result.scores.length > 0 ? "missingScores" : "missingRanking", { n: result.scores.length });
      case "dominance":
        return t("dominance", { name: nameOf(result.winner) });
      case "winner":
        return t("winner", { name: nameOf(result.winner) });
      default:
        return t("tooClose");
    }
  }

  function body() {
    switch (result.kind) {
      case "missing":
        return t(result.scores.length > 0 ? "missingScoresBody" : "missingRankingBody");
      case "dominance":
        return t("dominanceBody", { name: nameOf(result.winner), others: words.names(result.over) });
      case "winner":
        return t("winnerBody", { name: nameOf(result.winner) });
      default: {
        const { swap, simplest } = result;
        const why = swap ? t("swap", { first: common(swap.first), second: common(swap.second), name: nameOf(swap.winner) }) : t("equal");
        return `${why} ${t("simplest", { name: nameOf(simplest) })}`;
      }
    }
  }
}

function Weights({ result }: { result: { totals: Total[]; weights: Record<Criterion, number> } }) {
  const t = useTranslations("candidates.tieBreak");
  const common = useTranslations("common.questions");
  const format = useFormatter();
  const { nameOf, handwork } = useShortlist();
  const rankings = handwork.ranking.all.map(({ value }) => CRITERIA.map((criterion) => value.indexOf(criterion) + 1));
  const alike = kendallW(rankings);
  const weights = CRITERIA.toSorted((a, b) => result.weights[b] - result.weights[a]);
  return (
    <>
      <ol className={table.totals}>
        {result.totals.map(({ candidate, total }) => (
          <li key={candidate}>
            <b>{nameOf(candidate)}</b>{" "}
            <span className="num">{t("total", { total: format.number(total, { maximumFractionDigits: 1 }) })}</span>
          </li>
        ))}
      </ol>
      <p className="small">
        {t("weights", {
          list: weights
            .map((criterion) => `${common(criterion)} ${format.number(result.weights[criterion], { style: "percent" })}`)
            .join(", "),
        })}{" "}
        {rankings.length > 2 && alike !== null && t(alike.w > ALIKE ? "alike" : "differently")}
      </p>
    </>
  );
}

/** Halfway between no common order and one order; only ever shown as a word. */
const ALIKE = 0.5;

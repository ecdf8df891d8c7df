"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { tightest } from "@/lib/client/shortlist/finalists";
import { useScore } from "@/lib/client/shortlist/mutations";
import { CRITERIA, type Criterion, SCORE_MAX } from "@/lib/domain/tie-break/criteria";
import { Headroom } from "./flip-words";
import { Letter } from "./letter";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";
import table from "./tie-break.module.css";

const SCORES = Array.from({ length: SCORE_MAX + 1 }, (_, score) => score);

/** The five criteria again with what is known of each finalist, and the team's scores against written anchors. */
export function TieBreakScores({ candidates }: { candidates: readonly string[] }) {
  const t = useTranslations("candidates.tieBreak");
  const common = useTranslations("common.questions");
  const { nameOf, view } = useShortlist();
  const score = useScore(view.id);
  return (
    <section className={classes.section}>
      <h2>{t("scores")}</h2>
      <p className="quiet">{t("scoresBody")}</p>
      <ErrorNote error={score.error} />
      <table className={table.scores}>
        <thead className="visually-hidden-narrow">
          <tr>
            <th scope="col">{t("criterion")}</th>
            {candidates.map((id) => (
              <th key={id} scope="col">
                <Letter of={id} />
                {nameOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map((criterion) => (
            <tr key={criterion}>
              <th scope="row">
                {common(criterion)}
                <span className={table.anchors}>{t.rich(`anchor.${criterion}`, { n: (chunks) => <b className="num">{chunks}</b> })}</span>
              </th>
              {candidates.map((candidate) => (
                <ScoreCell key={candidate} candidate={candidate} criterion={criterion} score={score} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Cell = { candidate: string; criterion: Criterion; score: ReturnType<typeof useScore> };

function ScoreCell({ candidate, criterion, score }: Cell) {
  const t = useTranslations("candidates.tieBreak");
  const common = useTranslations("common.questions");
  const { handwork, evaluation, nameOf, canAct } = useShortlist();
  const row = handwork.scores.find((one) => one.candidate === candidate && one.criterion === criterion);
  const margins = evaluation.flips.filter(
    ({ change, removes, headroom }) => headroom !== null && removes.includes(candidate) && change.field.startsWith(`${criterion}.`),
  );
  const margin = tightest(margins);
  return (
    <td data-label={nameOf(candidate)}>
      <NativeSelect
        aria-label={t("score", { criterion: common(criterion), name: nameOf(candidate) })}
        value={row?.score ?? ""}
        disabled={!canAct}
        onChange={(event) => {
          const { value } = event.currentTarget;
          score.mutate({ candidate, criterion, score: value === "" ? null : Number(value), baseVersion: row?.version ?? 0 });
        }}
      >
        <option value="">{t("notScored")}</option>
        {SCORES.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </NativeSelect>
      {row && <span className="small">{t("by", { by: row.by })}</span>}
      {margin && <Headroom flip={margin} />}
    </td>
  );
}

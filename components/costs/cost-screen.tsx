"use client";

import { isPricedAnywhere } from "@/lib/domain/costs/designs";
import { findingOf } from "@/lib/domain/costs/finding";
import type { Assumption, CostCandidate, CostReply } from "@/lib/domain/costs/schema";
import type { Workload } from "@/lib/domain/costs/workload-schema";
import { CostChartCard } from "./cost-chart-card";
import classes from "./cost-screen.module.css";
import { CrossingTable } from "./crossing-table";
import { drawnDesigns } from "./drawn-designs";
import { PricePanel } from "./price-panel";
import { TotalsTable } from "./totals-table";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

export type CostScreenProps = {
  /** Null when nothing could be priced; `workload` then says whether the load or the finalists were missing. */
  reply: CostReply | null;
  /** Names of designs by their letter, for example `{ A: "Amazon RDS PostgreSQL, Multi-AZ" }`. */
  names: Record<string, string>;
  workload: Workload | null;
  assumptions: Assumption[];
  csvHref: string | null;
  /** Finalists with their letters; those without a design have no price. */
  candidates?: CostCandidate[];
  /** Catalogue names of the candidates, for the ones that cannot be priced. */
  systemNames?: Record<string, string>;
};

export function CostScreen({ reply, names, workload, assumptions, csvHref, candidates = [], systemNames = {} }: CostScreenProps) {
  const { t, say, locale } = useCostWords();
  const unpriced = candidates.filter(({ design }) => design === null);
  const missing = unpriced.map(({ id, candidate }) => (
    <p key={id} className={classes.missing}>
      <span aria-hidden="true">▲ </span>
      {t("empty.unpriced", {
        name: `${id} · ${systemNames[candidate] ?? candidate}`,
        where: isPricedAnywhere(candidate) ? "elsewhere" : "nowhere",
      })}
    </p>
  ));
  if (!reply) {
    const isLoadMissing = workload === null && candidates.some(({ design }) => design !== null);
    const help = helpOf(isLoadMissing, unpriced.length > 0);
    return (
      <div className={classes.screen}>
        <h1 className={classes.find}>{t(headlineOf(isLoadMissing, unpriced.length > 0))}</h1>
        {help && <p className={classes.small}>{t(help)}</p>}
        {missing}
      </div>
    );
  }
  const finding = findingOf(reply, names, locale);
  return (
    <div className={classes.screen}>
      <h1 className={classes.find}>
        <Unbroken>{say(finding.headline)}</Unbroken> {finding.isDisputed && <b>{t("finding.disputed")}</b>}
      </h1>
      {finding.kinds && (
        <p className={classes.second}>
          <Unbroken>{say(finding.kinds)}</Unbroken>
        </p>
      )}
      {finding.detail && (
        <p className={classes.small}>
          <Unbroken>{[finding.detail, ...(finding.limit ? [finding.limit] : [])].map(say).join(" ")}</Unbroken>
        </p>
      )}
      {missing}
      <div className={classes.columns}>
        <div className={classes.main}>
          <CostChartCard reply={reply} names={names} csvHref={csvHref} />
          <CrossingTable reply={reply} names={names} />
          <TotalsTable reply={reply} names={names} />
        </div>
        <PricePanel reply={reply} drawn={drawnDesigns(reply)} assumptions={assumptions} />
      </div>
    </div>
  );
}

function headlineOf(isLoadMissing: boolean, hasUnpriced: boolean) {
  if (isLoadMissing) return "empty.noLoad" as const;
  return hasUnpriced ? ("finding.none" as const) : ("empty.noFinalist" as const);
}

/** Finalists without a price explain themselves below the headline. */
function helpOf(isLoadMissing: boolean, hasUnpriced: boolean) {
  if (isLoadMissing) return "empty.noLoadHelp" as const;
  return hasUnpriced ? null : ("empty.noFinalistHelp" as const);
}

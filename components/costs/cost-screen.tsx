"use client";

import { useDeferredValue, useMemo } from "react";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { useDesignWord } from "@/lib/client/costs/design-word";
import type { WorksheetCostView } from "@/lib/domain/cost-settings/schema";
import { readSetting } from "@/lib/domain/cost-settings/settings";
import { describeWorkload } from "@/lib/domain/costs/describe-workload";
import { wordedNames } from "@/lib/domain/costs/design-words";
import { findDesign, isPricedAnywhere } from "@/lib/domain/costs/designs";
import { drawnDesigns } from "@/lib/domain/costs/drawn-designs";
import { findingOf } from "@/lib/domain/costs/finding";
import { briefNames } from "@/lib/domain/costs/finding-names";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { files } from "@/lib/routes";
import { CostChartCard } from "./cost-chart-card";
import { CostEditingProvider } from "./cost-editing";
import classes from "./cost-screen.module.css";
import { CrossingTable } from "./crossing-table";
import { DesignPanel } from "./design-panel";
import { DesignTerms } from "./design-terms";
import { DriversSection } from "./drivers-section";
import { OddsSection } from "./odds-section";
import { OverTimeCard } from "./over-time-card";
import { PinFinding } from "./pin-finding";
import { PricePanel } from "./price-panel";
import panel from "./price-panel.module.css";
import { TotalCard } from "./total-card";
import { TotalInputs } from "./total-inputs";
import { TotalsTable } from "./totals-table";
import { Unbroken } from "./unbroken";
import { useCostDraft } from "./use-cost-draft";
import { useCostWords } from "./use-cost-words";
import { useTrials } from "./use-trials";
import { WorkloadPanel } from "./workload-panel";

export type CostScreenProps = {
  view: WorksheetView;
  costs: WorksheetCostView;
  canEdit: boolean;
  csvHref: string | null;
  /** Catalogue names of the candidates, for the ones that cannot be priced. */
  systemNames?: Record<string, string>;
};

export function CostScreen({ view, costs, canEdit, csvHref, systemNames = {} }: CostScreenProps) {
  const { t, say, locale } = useCostWords();
  const own = useTranslations("costsheet");
  const word = useDesignWord();
  const { reply, isTrial, tryPrice, prepare } = useCostDraft(costs);
  const trials = useTrials(costs.request, view);
  const { candidates } = costs;
  const workload = costs.request?.workload ?? null;
  const names = useMemo(() => {
    const worded = { ...costs, names: wordedNames(costs, word) };
    return namesOf(worded, (name) => own("designs.eliminatedName", { name }));
  }, [costs, own, word]);
  const brief = useMemo(() => briefNames(names), [names]);
  const drawn = useMemo(() => (costs.reply ? drawnDesigns(costs.reply) : []), [costs.reply]);
  const editing = useMemo(
    () => ({
      worksheetId: view.id,
      canEdit,
      overrides: costs.overrides,
      settings: costs.settings,
      eliminated: costs.eliminated,
      tryPrice,
      prepare,
    }),
    [view.id, canEdit, costs, tryPrice, prepare],
  );
  // While a price is typed the headline and the curve follow every key; tables of it may come a moment later.
  const later = useDeferredValue(reply);
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
  if (!reply || !costs.reply || !workload) {
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
  const saved = costs.reply;
  const tabled = later ?? reply;
  const horizonMonths = readSetting(costs.settings, "horizonMonths", z.number()) ?? DEFAULT_HORIZON;
  return (
    <CostEditingProvider value={editing}>
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
        <p className={classes.small}>
          <Unbroken>{say(describeWorkload(workload, locale))}</Unbroken>
        </p>
        {isTrial && (
          <p className={classes.trial} role="status">
            {own("trial")}
          </p>
        )}
        {missing}
        {canEdit && !isTrial && (
          <div className={classes.pin}>
            <PinFinding view={view} text={[finding.headline, ...(finding.detail ? [finding.detail] : [])].map(say).join(" ")} />
          </div>
        )}
        <div className={classes.columns}>
          <div className={classes.main}>
            <CostChartCard reply={reply} names={names} csvHref={csvHref} />
            <CrossingTable reply={tabled} names={names} />
            {saved.overTime && <OverTimeCard overTime={saved.overTime} drawn={drawn} names={names} csvHref={files.overTimeCsv(view.id)} />}
            <TotalsTable reply={tabled} names={names} />
            {saved.tco && (
              <TotalCard tco={saved.tco} drawn={drawn} names={names} horizonMonths={horizonMonths} csvHref={files.totalCsv(view.id)} />
            )}
            <DriversSection
              tco={saved.tco}
              regret={saved.regret}
              names={brief}
              horizonMonths={horizonMonths}
              csvHref={files.driversCsv(view.id)}
            />
            {trials && <OddsSection uncertainty={trials} drawn={drawn} names={names} />}
          </div>
          <aside className={panel.panel} aria-label={t("prices.title")}>
            <PricePanel saved={saved} shown={tabled} drawn={drawn} />
            <WorkloadPanel workload={workload} assumptions={costs.assumptions} />
            {costs.request?.tco && <TotalInputs tco={costs.request.tco} />}
            <DesignPanel candidates={candidates} />
            {costs.request && <DesignTerms request={costs.request} reply={saved} names={brief} horizonMonths={horizonMonths} />}
          </aside>
        </div>
      </div>
    </CostEditingProvider>
  );
}

/** A design whose systems are all out says so wherever its full name stands. */
function namesOf({ names, request, eliminated }: WorksheetCostView, outName: (name: string) => string): Record<string, string> {
  const isOut = (id: string) => {
    const design = request?.designs.find((entry) => entry.id === id);
    const systems = design?.shape === "listed" ? (findDesign(design.design)?.systems ?? []) : [];
    return systems.length > 0 && systems.every((system) => eliminated.includes(system));
  };
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id, isOut(id) ? outName(name) : name]));
}

/** The horizon that the specification of total cost starts from. */
const DEFAULT_HORIZON = 24;

function headlineOf(isLoadMissing: boolean, hasUnpriced: boolean) {
  if (isLoadMissing) return "empty.noLoad" as const;
  return hasUnpriced ? ("finding.none" as const) : ("empty.noFinalist" as const);
}

/** Finalists without a price explain themselves below the headline. */
function helpOf(isLoadMissing: boolean, hasUnpriced: boolean) {
  if (isLoadMissing) return "empty.noLoadHelp" as const;
  return hasUnpriced ? null : ("empty.noFinalistHelp" as const);
}

"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { type FunnelStep, funnelOf, type RemovedGroup } from "@/lib/client/shortlist/funnel";
import { findFacts } from "@/lib/domain/engine/facts";
import type { Candidate } from "@/lib/domain/engine/schema";
import classes from "./funnel.module.css";
import { RemovedCandidate } from "./removed-candidate";
import { RuleIds } from "./rule-ids";
import { Said } from "./said";
import { useShortlist } from "./shortlist-context";

/** How the list shrank, question by question, each candidate with its rule, its fact and its way back. */
export function Funnel() {
  const t = useTranslations("shortlist.funnel");
  const { evaluation } = useShortlist();
  const steps = funnelOf(evaluation);
  const total = evaluation.candidates.length;
  return (
    <section className={classes.section}>
      <h2>{t("heading", { n: total - evaluation.shortlist.length })}</h2>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step key={step.stage} step={step} total={total} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, total }: { step: FunnelStep; total: number }) {
  const t = useTranslations("shortlist.funnel");
  const count = step.before - step.after;
  // What is said of each names sources, and those come with the catalogue's prose.
  const stageId = useId();
  const [opened, setOpened] = useState(false);
  return (
    <li className={classes.step}>
      <div>
        <b className="num">{t("from", { before: step.before, after: step.after })}</b>
        <p id={stageId} className="small">
          {t(`question.${step.stage}`)}
        </p>
        <svg className={classes.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect width={(100 * count) / total} height={6} />
        </svg>
      </div>
      <div className={classes.groups}>
        {step.groups.map((group) => (
          <GroupLine key={group.rule?.id ?? step.stage} group={group} stage={step.stage} />
        ))}
        <details className={classes.details} onToggle={(event) => setOpened(opened || event.currentTarget.open)}>
          <summary aria-describedby={stageId}>{t("showAll", { n: count })}</summary>
          {opened && (
            <ul className={classes.removed}>
              {step.groups
                .flatMap((group) => group.candidates)
                .map((candidate) => (
                  <RemovedCandidate key={candidate.id} candidate={candidate} />
                ))}
            </ul>
          )}
        </details>
      </div>
    </li>
  );
}

const NAMES_SHOWN = 4;

/** The names people will look for come first. */
function byRenown(a: Candidate, b: Candidate): number {
  return (findFacts(b.id)?.commonness ?? 0) - (findFacts(a.id)?.commonness ?? 0);
}

function GroupLine({ group, stage }: { group: RemovedGroup; stage: FunnelStep["stage"] }) {
  const t = useTranslations("shortlist.funnel");
  const { rule, candidates } = group;
  const shown = candidates
    .toSorted(byRenown)
    .slice(0, NAMES_SHOWN)
    .map((candidate) => candidate.name);
  const rest = candidates.length - shown.length;
  const names = (
    <>
      <b>{shown.join(", ")}</b>
      {rest > 0 && ` ${t("more", { n: rest })}`}
    </>
  );
  if (rule === null) {
    const key = stage === "filed" || stage === "hosting" || stage === "byHand" ? stage : "simplest";
    return <p className="quiet">{t.rich(key, { names: () => names })}</p>;
  }
  return (
    <p className="quiet">
      {names}: <Said text={candidates.length === 1 ? rule.text : { id: `rules.${rule.id}.sentence`, params: {} }} />{" "}
      <RuleIds ids={[rule.id]} />
    </p>
  );
}

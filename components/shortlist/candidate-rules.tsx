"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { findFacts } from "@/lib/domain/engine/facts";
import type { Candidate, Outcome, TrailEntry } from "@/lib/domain/engine/schema";
import { routes } from "@/lib/routes";
import classes from "./candidate-table.module.css";
import { OverrideButton } from "./override-button";
import { OverrideNote } from "./override-note";
import { RuleSources } from "./rule-sources";
import { Said } from "./said";
import { useShortlist } from "./shortlist-context";

const ORDER: Outcome[] = ["fires", "unknown", "passes"];

/** Every rule about one candidate: outcome in words, the answer and the fact it read, and where the fact comes from. */
export function CandidateRules({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("shortlist");
  const isOut = candidate.status !== "shortlisted" && candidate.status !== "remaining";
  const rules = candidate.rules.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <>
      <p className={classes.detailHead}>
        {findFacts(candidate.id) ? <Link href={routes.system(candidate.id)}>{t("card.facts")}</Link> : t("rule.own")}
        {candidate.status !== "hosting" && <OverrideButton candidate={candidate} action={isOut ? "restore" : "exclude"} />}
      </p>
      <OverrideNote candidateId={candidate.id} />
      {rules.length === 0 && <p className="quiet">{t("rule.none")}</p>}
      <ul className={classes.rules}>
        {rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} candidateId={candidate.id} />
        ))}
      </ul>
    </>
  );
}

function RuleLine({ rule, candidateId }: { rule: TrailEntry; candidateId: string }) {
  const t = useTranslations("shortlist.rule");
  const { words } = useShortlist();
  const { id, effect, outcome, answer, fact, source } = rule;
  return (
    <li data-outcome={outcome}>
      <span className="num">{id}</span>
      <span className={classes.outcome}>
        {t(outcome)} <span className="tiny">{t(`effect.${effect}`)}</span>
      </span>
      <span>
        <Said text={rule.text} />
        <span className={`small ${classes.cited}`}>
          {[...answer.map(({ path, value }) => words.cite(path, value)), ...(fact ? [words.fact(fact)] : [])].join(" · ")}{" "}
          <RuleSources candidateId={candidateId} keys={source.facts} />
          <span className="tiny">{source.rule}</span>
        </span>
      </span>
    </li>
  );
}

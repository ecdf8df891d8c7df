"use client";

import { useFormatter, useTranslations } from "use-intl";
import { decidingRule } from "@/lib/client/shortlist/funnel";
import type { Candidate, TrailEntry } from "@/lib/domain/engine/schema";
import { ComesBack } from "./comes-back";
import { OverrideButton } from "./override-button";
import { OverrideNote } from "./override-note";
import { RuleSources } from "./rule-sources";
import { Said } from "./said";
import { useShortlist } from "./shortlist-context";

/** One candidate that left: the sentence, the answer and the fact behind it, and what would bring it back. */
export function RemovedCandidate({ candidate, distance = false }: { candidate: Candidate; distance?: boolean }) {
  const rule = decidingRule(candidate);
  const others = candidate.rules.filter((other) => other !== rule && other.effect === "ELIM" && other.outcome === "fires");
  return (
    <li>
      <p>
        <Named candidate={candidate} rule={rule ?? null} />{" "}
        {rule && <span className="muted">{[rule.id, ...others.map((other) => other.id)].join(", ")}</span>}
      </p>
      {distance && <Distance candidate={candidate} />}
      {rule && <Cited rule={rule} candidateId={candidate.id} />}
      <ComesBack candidate={candidate} />
      <OverrideNote candidateId={candidate.id} />
      <OverrideButton candidate={candidate} action="restore" />
    </li>
  );
}

/** How far the answer is from what would have kept it: "1.4 times too much". */
function Distance({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("shortlist.near");
  const format = useFormatter();
  const { words } = useShortlist();
  if (candidate.missedBy === undefined) return null;
  const { field, answer, threshold, factor } = candidate.missedBy;
  const x = format.number(factor, { maximumSignificantDigits: 2 });
  const values = { field: words.heading(field), from: words.value(field, answer), to: words.value(field, threshold), x };
  const band = candidate.missedBy.band;
  if (band === undefined) return <p className="quiet">{t("distance", values)}</p>;
  return <p className="quiet">{t("inBand", { ...values, low: format.number(band.low), high: words.value(field, band.high) })}</p>;
}

/** The engine's sentences mostly begin with the name; then it is not said twice. */
function Named({ candidate: { name, override }, rule }: { candidate: Candidate; rule: TrailEntry | null }) {
  const after = (sentence: string) => (sentence.startsWith(name) ? sentence.slice(name.length) : `: ${sentence}`);
  return (
    <>
      <b>{name}</b>
      {rule && <Said text={rule.text} within={after} />}
      {rule === null && override && after(override.reason)}
    </>
  );
}

function Cited({ rule, candidateId }: { rule: TrailEntry; candidateId: string }) {
  const t = useTranslations("shortlist.funnel");
  const { words } = useShortlist();
  const said = rule.answer.map(({ path, value }) => t("said", { field: words.field(path), value: words.value(path, value) }));
  const fact = rule.fact ? [t("fact", { fact: words.fact(rule.fact) })] : [];
  return (
    <p className="small">
      {[...said, ...fact].join(" · ")} <RuleSources candidateId={candidateId} keys={rule.source.facts} />
    </p>
  );
}

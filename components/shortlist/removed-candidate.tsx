"use client";

import { useTranslations } from "use-intl";
import { decidingRule } from "@/lib/client/shortlist/funnel";
import type { Candidate, TrailEntry } from "@/lib/domain/engine/schema";
import { ComesBack } from "./comes-back";
import { RuleSources } from "./rule-sources";
import { useShortlist } from "./shortlist-context";

/** One candidate that left: the sentence, the answer and the fact behind it, and what would bring it back. */
export function RemovedCandidate({ candidate }: { candidate: Candidate }) {
  const { words } = useShortlist();
  const rule = decidingRule(candidate);
  const others = candidate.rules.filter((other) => other !== rule && other.effect === "ELIM" && other.outcome === "fires");
  return (
    <li>
      <p>
        <Named name={candidate.name} text={rule ? words.say(rule.text) : (candidate.override?.reason ?? "")} />{" "}
        {rule && <span className="muted">{[rule.id, ...others.map((other) => other.id)].join(", ")}</span>}
      </p>
      {rule && <Cited rule={rule} candidateId={candidate.id} />}
      <ComesBack candidate={candidate} />
    </li>
  );
}

/** The engine's sentences mostly begin with the name; then it is not said twice. */
function Named({ name, text }: { name: string; text: string }) {
  if (text === "") return <b>{name}</b>;
  if (!text.startsWith(name)) {
    return (
      <>
        <b>{name}</b>: {text}
      </>
    );
  }
  return (
    <>
      <b>{name}</b>
      {text.slice(name.length)}
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

"use client";

import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import { decidingRule } from "@/lib/client/shortlist/funnel";
import type { Candidate } from "@/lib/domain/engine/schema";
import classes from "./funnel.module.css";
import { RuleSources } from "./rule-sources";
import { useShortlist } from "./shortlist-context";

/** One candidate that left: the sentence, the answer and the fact behind it, and what would bring it back. */
export function RemovedCandidate({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("shortlist.funnel");
  const { words } = useShortlist();
  const rule = decidingRule(candidate);
  const others = candidate.rules.filter((other) => other !== rule && other.effect === "ELIM" && other.outcome === "fires");
  return (
    <li>
      <p>
        <b>{candidate.name}</b>
        {rule && (
          <>
            {": "}
            {words.say(rule.text)} <span className="muted">{[rule.id, ...others.map((other) => other.id)].join(", ")}</span>
          </>
        )}
        {candidate.override && <span className="quiet"> {candidate.override.reason}</span>}
      </p>
      {rule && (
        <p className="small">
          {rule.answer.map(({ path, value }) => `${t("said")} ${words.field(path)}: ${words.value(path, value)}`).join(" · ")}
          {rule.fact && ` · ${t("fact")} ${words.fact(rule.fact)} `}
          <RuleSources candidateId={candidate.id} keys={rule.source.facts} />
        </p>
      )}
      {candidate.comesBackIf.length > 0 && (
        <p className={classes.back}>
          {candidate.comesBackIf.map((back) => (
            <Chip key={`${back.field} ${JSON.stringify(back.to)}`} soft>
              {t("comesBack", { field: words.field(back.field), to: words.value(back.field, back.to) })}
            </Chip>
          ))}
          {candidate.status === "near-miss" && <Chip>{t("near")}</Chip>}
        </p>
      )}
    </li>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { useEngineWords } from "@/components/shortlist/use-engine-words";
import { finalistsOf } from "@/lib/client/shortlist/finalists";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import type { Evaluation } from "@/lib/domain/engine/schema";
import type { DecisionSection, WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Suggestion } from "./suggestion-list";

const NONE: Evaluation["candidates"] = [];

/** One-click lines for the text fields, from the shortlist, the costs and what would change the list. */
export function useSuggestions(view: WorksheetView): Partial<Record<DecisionSection, Suggestion[]>> {
  const t = useTranslations("decision.suggest");
  const format = useFormatter();
  const { data: evaluation } = useQuery(worksheetQueries.shortlist(view.id));
  const { data: costs } = useQuery(worksheetQueries.costs(view.id));
  const candidates = evaluation?.candidates ?? NONE;
  const nameOf = (id: string) => candidates.find((candidate) => candidate.id === id)?.name ?? id;
  const words = useEngineWords(nameOf);
  if (evaluation === undefined) return {};

  const finalists = finalistsOf(evaluation);
  const [first, ...others] = finalists;
  const reasonsOf = (rules: { text: Parameters<typeof words.say>[0] }[]) => rules.slice(0, 2).map((rule) => words.say(rule.text));
  const left = candidates.filter(({ status, leftAt }) => status === "eliminated" && leftAt !== null).length;
  const rest = candidates.length - evaluation.shortlist.length - left;
  const line = (id: string, text: string, source: Suggestion["source"] = "shortlist"): Suggestion => ({ id, text, source });

  return {
    choice: first ? [line("choice", t("choice", { name: hosted(first.entry.name, first.entry.hosting.map(nameOf)) }))] : [],
    alternatives: [
      ...others.map(({ entry }) => line(entry.id, t("alternative", { name: entry.name }))),
      ...(left > 0 ? [line("others", t("others", { n: left, rest }))] : []),
    ],
    why: first ? reasonsOf(first.reasons).map((text, index) => line(`why-${index}`, text)) : [],
    reconsider: [...flipLines(), ...crossoverLines()],
    consequences_bad: first ? reasonsOf([...first.watch, ...first.conditions]).map((text, index) => line(`bad-${index}`, text)) : [],
  };

  function hosted(name: string, hosting: string[]): string {
    const [service] = hosting;
    // Without a named cloud the first service would be a guess of ours.
    return service && (hosting.length === 1 || view.frame.ops?.clouds?.length) ? t("hosted", { name, service }) : name;
  }

  function flipLines(): Suggestion[] {
    if (first === undefined) return [];
    return [...(first.margin ? [first.margin] : []), ...first.leavesIf.filter((flip) => flip.change.field !== "workload.primary")]
      .slice(0, FLIPS_SHOWN)
      .map(({ change }) => {
        const from = change.from === null ? "none" : "some";
        const values = {
          field: words.field(change.field),
          to: words.value(change.field, change.to),
          now: words.value(change.field, change.from),
          from,
        };
        return line(
          `flip ${change.field} ${JSON.stringify(change.to)}`,
          t(typeof change.to === "number" ? "flipNumber" : "flip", values),
          "flips",
        );
      });
  }

  function crossoverLines(): Suggestion[] {
    const crossover = costs?.reply?.crossovers.at(-1);
    if (costs === undefined || crossover === undefined) return [];
    const name = (id: string) => costs.names[id] ?? id;
    const x = format.number(crossover.x, { maximumSignificantDigits: 3 });
    const values = { x, before: name(crossover.cheaperBefore), after: name(crossover.cheaperAfter) };
    return [line("crossover", t("crossover", values), "costs")];
  }
}

const FLIPS_SHOWN = 3;

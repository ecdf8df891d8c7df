"use client";

import { useQuery } from "@tanstack/react-query";
import { engineWords } from "@/components/shortlist/use-engine-words";
import { useDocumentWording } from "@/components/ui/document-messages";
import { designWord } from "@/lib/client/costs/design-word";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import { finalistsOf } from "@/lib/client/shortlist/finalists";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { wordedNames } from "@/lib/domain/costs/design-words";
import type { Evaluation } from "@/lib/domain/engine/schema";
import type { DecisionSection, WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Suggestion } from "./suggestion-list";

const NONE: Evaluation["candidates"] = [];

/**
 * One-click lines for the text fields, from the shortlist, the costs and what would change the list: in the language of the
 * document, because they become its text.
 */
export function useSuggestions(view: WorksheetView, chosen: string | null): Partial<Record<DecisionSection, Suggestion[]>> {
  const wording = useDocumentWording();
  const { data: evaluation } = useQuery(worksheetQueries.shortlist(view.id));
  const { data: costs } = useQuery(worksheetQueries.costs(view.id));
  const { data: system } = useQuery(deskQueries.lockIn(chosen));
  const premortem = useWorkshop(view.id)?.premortem;
  const cards = premortem && premortem.revealedAt !== null ? premortem.cards : [];
  const candidates = evaluation?.candidates ?? NONE;
  const nameOf = (id: string) => candidates.find((candidate) => candidate.id === id)?.name ?? id;
  const words = engineWords(nameOf, wording);
  if (evaluation === undefined) return {};

  const finalists = finalistsOf(evaluation);
  const [first, ...others] = finalists;
  const reasonsOf = (rules: { id: string; text: Parameters<typeof words.say>[0] }[]) =>
    rules.slice(0, 2).map((rule) => line(`rule ${rule.id}`, words.say(rule.text)));
  const left = candidates.filter(({ status, leftAt }) => status === "eliminated" && leftAt !== null).length;
  const rest = candidates.length - evaluation.shortlist.length - left;
  const line = (id: string, text: string, source: Suggestion["source"] = "shortlist"): Suggestion => ({ id, text, source });

  return {
    choice: first ? [line("choice", t("choice", { name: hosted(first.entry.name, first.entry.hosting.map(nameOf)) }))] : [],
    alternatives: [
      ...others.map(({ entry }) => line(entry.id, t("alternative", { name: entry.name }))),
      ...(left > 0 ? [line("others", t("others", { n: left, rest }))] : []),
    ],
    why: first ? reasonsOf(first.reasons) : [],
    reconsider: [...flipLines(), ...crossoverLines(), ...cardLines("reconsider")],
    consequences_bad: [...(first ? reasonsOf([...first.watch, ...first.conditions]) : []), ...cardLines("risk")],
    exit_plan: exitLines(),
  };

  function t(id: string, values: Record<string, string | number> = {}): string {
    return wording.t(`decision.suggest.${id}`, values);
  }

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
          // Of a number the unit was said a word before.
          now: typeof change.from === "number" ? wording.format.number(change.from) : words.value(change.field, change.from),
          from,
        };
        const isNumber = typeof change.to === "number";
        // A number's sentence is the same sentence when the number moves; another option is another sentence.
        const id = isNumber ? `flip ${change.field}` : `flip ${change.field} ${JSON.stringify(change.to)}`;
        return line(id, t(isNumber ? "flipNumber" : "flip", values), questionOf(change.field));
      });
  }

  function crossoverLines(): Suggestion[] {
    const crossover = costs?.reply?.crossovers.at(-1);
    if (costs === undefined || crossover === undefined) return [];
    const names = wordedNames(costs, designWord(wording.t));
    const name = (id: string) => names[id] ?? id;
    const x = wording.format.number(crossover.x, { maximumSignificantDigits: 3 });
    const values = { x, before: name(crossover.cheaperBefore), after: name(crossover.cheaperAfter) };
    return [line(`crossover ${crossover.a} ${crossover.b}`, t("crossover", values), "costs")];
  }

  /** What people feared, in their own words. Your own cards stay off the page until everybody sees all of them. */
  function cardLines(kind: "risk" | "reconsider"): Suggestion[] {
    return cards
      .filter(({ outcome }) => outcome === null || outcome === kind)
      .map(({ id, text }) => line(`premortem ${id}`, text.trim().replace(/\s+/gu, " "), "premortem"));
  }

  function exitLines(): Suggestion[] {
    if (system === undefined) return [];
    return AXES.map((axis) => {
      const { score, reason } = system.lock_in[axis];
      return line(`exit ${axis}`, t("exit", { axis: t(`axis.${axis}`), score, reason }), "catalogue");
    });
  }
}

const FLIPS_SHOWN = 3;
const AXES = ["query_language", "schema_and_types", "tooling", "egress"] as const;

function questionOf(field: string): string {
  return field.split(".")[0] ?? field;
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { catalogueProse } from "@/lib/client/shortlist/catalogue-prose";
import { doorOf } from "@/lib/domain/catalogue/door";
import { type Facts, findFacts } from "@/lib/domain/engine/facts";

/** One line of the comparison: its label, and what it says of a system; null where nobody knows. The catalogue's own prose is in English. */
export type FactLine = { label: string; read: (id: string) => string | null; isEnglish?: boolean };

/** The facts that two candidates are compared by. */
export function useFactLines(): FactLine[] {
  const t = useTranslations("catalogue");
  const c = useTranslations("candidates.compare");
  const door = useTranslations("shortlist.card.door");
  const prose = useQuery(catalogueProse).data;
  const line = (label: string, read: (facts: Facts) => string | null) => ({
    label,
    read: (id: string) => {
      const facts = findFacts(id);
      return facts ? read(facts) : null;
    },
  });
  return [
    line(t("fact.transactions"), (s) => known(s.transactions, (value) => t(`transactions.${value}`))),
    line(t("fact.strongest"), (s) => known(s.strongest, (value) => t(`ladder.${value}`))),
    line(t("fact.default"), (s) => known(s.default, (value) => t(`ladder.${value}`))),
    line(t("fact.writeScaling"), (s) => known(s.writeScaling, (value) => t(`scaling.${value === "n/a" ? "na" : value}`))),
    line(t("fact.multiRegion"), (s) => known(s.regionWrites, (value) => t(`regionWrites.${value}`))),
    line(t("fact.licence"), (s) => s.licence || null),
    line(t("fact.skills"), (s) => known(s.commonness, (n) => t("fact.skillsValue", { n }))),
    line(c("wayOut"), (s) => known(s.lockIn, (n) => `${door(doorOf(n))} (${t("fact.lockIn", { n })})`)),
    { label: t("fact.exit"), read: (id: string) => prose?.systems.get(id)?.exit_path ?? null, isEnglish: true },
  ];
}

function known<T>(value: T | null | undefined, say: (value: T) => string): string | null {
  return value === null || value === undefined ? null : say(value);
}

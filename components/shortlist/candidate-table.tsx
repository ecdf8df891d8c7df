"use client";

import { TextInput } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { TableHead } from "@/components/ui/table-head";
import type { Candidate, Evaluation } from "@/lib/domain/engine/schema";
import { CandidateRow } from "./candidate-row";
import classes from "./candidate-table.module.css";
import { useShortlist } from "./shortlist-context";

const ORDER: Candidate["status"][] = ["shortlisted", "remaining", "near-miss", "eliminated", "filed", "hosting"];
const COLUMNS = ["name", "status", "leftAt", "rules", "unknown"] as const;

/** All candidates with every rule that spoke about them; nothing about the result is out of sight. */
export function CandidateTable() {
  const t = useTranslations("shortlist");
  const { evaluation } = useShortlist();
  const [filter, setFilter] = useState("");
  const shown = filterCandidates(evaluation, useDeferredValue(filter));
  return (
    <section className={classes.section}>
      <h2>{t("table.heading", { n: evaluation.candidates.length })}</h2>
      <div className={`${classes.filter} no-print`}>
        <TextInput
          type="search"
          label={t("table.filter")}
          description={t("table.filterHint")}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <span className="small num">{t("table.shown", { n: shown.length, total: evaluation.candidates.length })}</span>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">{t("table.none")}</p>
      ) : (
        <table className={classes.table}>
          <TableHead columns={COLUMNS} word={(column) => t(`table.${column}`)} isHeardOnPhones />
          <tbody>
            {shown.map((candidate) => (
              <CandidateRow key={candidate.id} candidate={candidate} columns={COLUMNS.length} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function filterCandidates({ candidates }: Evaluation, filter: string): Candidate[] {
  const words = filter.toLowerCase().split(/\s+/u).filter(Boolean);
  return candidates
    .filter((candidate) => words.every((word) => haystack(candidate).includes(word)))
    .toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || b.points - a.points || a.name.localeCompare(b.name, "en"));
}

/** Name, family, status, and the rules that fired: those that passed would match nearly everything. */
function haystack({ name, id, family, status, leftAt, rules }: Candidate): string {
  const fired = rules.filter((rule) => rule.outcome === "fires").map((rule) => rule.id);
  return [name, id, family, status, leftAt, ...fired].join(" ").toLowerCase();
}

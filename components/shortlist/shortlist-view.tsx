"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { finalistsOf } from "@/lib/client/shortlist/finalists";
import type { Evaluation } from "@/lib/domain/engine/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { CandidateTable } from "./candidate-table";
import { Conditions } from "./conditions";
import { EmptyList } from "./empty-list";
import { FinalistCard } from "./finalist-card";
import { Flips } from "./flips";
import { Funnel } from "./funnel";
import { NearMisses } from "./near-misses";
import { OpenPoints } from "./open-points";
import classes from "./shortlist.module.css";
import { ShortlistProvider } from "./shortlist-context";
import { ShortlistFinding } from "./shortlist-finding";
import { Standing } from "./standing";

export function ShortlistView({ evaluation, view }: { evaluation: Evaluation; view: WorksheetView }) {
  const t = useTranslations("shortlist");
  const finalists = finalistsOf(evaluation);
  const { catalogue, rules } = evaluation.versions;
  return (
    <ShortlistProvider evaluation={evaluation} view={view}>
      <ShortlistFinding />
      {finalists.length === 0 ? (
        <EmptyList />
      ) : (
        <div className={classes.cards} data-count={finalists.length}>
          {finalists.map((finalist) => (
            <FinalistCard key={finalist.entry.id} finalist={finalist} />
          ))}
        </div>
      )}
      <Conditions finalists={finalists} />
      <Funnel />
      <NearMisses />
      <Standing />
      <Flips />
      <OpenPoints />
      <CandidateTable />
      <p className={`small ${classes.versions}`}>
        {t.rich("versions", { catalogue, rules, link: (chunks) => <Link href={routes.catalogue()}>{chunks}</Link> })}
      </p>
    </ShortlistProvider>
  );
}

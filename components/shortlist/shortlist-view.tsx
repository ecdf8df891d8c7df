"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { finalistsOf } from "@/lib/client/shortlist/finalists";
import { routes } from "@/lib/routes";
import { Audiences } from "./audiences";
import { ByHand } from "./by-hand";
import { CandidateTable } from "./candidate-table";
import { Conditions } from "./conditions";
import { EmptyList } from "./empty-list";
import { FinalistCard } from "./finalist-card";
import { Flips } from "./flips";
import { Funnel } from "./funnel";
import { GutResult } from "./gut-result";
import { MeetingNudge } from "./meeting-nudge";
import { MemberLists } from "./member-lists";
import { NearMisses } from "./near-misses";
import { OpenPoints } from "./open-points";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";
import { ShortlistFinding } from "./shortlist-finding";
import { Standing } from "./standing";

export function ShortlistView() {
  const t = useTranslations("shortlist");
  const { evaluation } = useShortlist();
  const finalists = finalistsOf(evaluation);
  const { catalogue, rules } = evaluation.versions;
  return (
    <>
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
      <MeetingNudge />
      <Audiences />
      <Conditions finalists={finalists} />
      <GutResult />
      <Funnel />
      <NearMisses />
      <ByHand />
      <Standing />
      <Flips />
      <MemberLists />
      <OpenPoints />
      <CandidateTable />
      <p className={`small ${classes.versions}`}>
        {t.rich("versions", { catalogue, rules, link: (chunks) => <Link href={routes.catalogue()}>{chunks}</Link> })}
      </p>
    </>
  );
}

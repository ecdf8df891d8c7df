"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import type { Finalist } from "@/lib/client/shortlist/finalists";
import { routes } from "@/lib/routes";
import { Audiences } from "./audiences";
import { ByHand } from "./by-hand";
import { CandidateTable } from "./candidate-table";
import { Conditions } from "./conditions";
import { Flips } from "./flips";
import { Funnel } from "./funnel";
import { GutResult } from "./gut-result";
import { MeetingNudge } from "./meeting-nudge";
import { MemberLists } from "./member-lists";
import { NearMisses } from "./near-misses";
import { OpenPoints } from "./open-points";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";
import { Standing } from "./standing";

/** What stands below the finalists: how the others left, what would change the list, and what is open. */
export function ShortlistRest({ finalists }: { finalists: Finalist[] }) {
  const t = useTranslations("shortlist");
  const { catalogue, rules } = useShortlist().evaluation.versions;
  return (
    <>
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

"use client";

import dynamic from "next/dynamic";
import { finalistsOf } from "@/lib/client/shortlist/finalists";
import { EmptyList } from "./empty-list";
import { FinalistCard } from "./finalist-card";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";
import { ShortlistFinding } from "./shortlist-finding";

// How the others left is read after who stayed, and waits for every reason of every candidate.
const ShortlistRest = dynamic(() => import("./shortlist-rest").then((module) => module.ShortlistRest), { ssr: false });

export function ShortlistView() {
  const { evaluation, isWhole } = useShortlist();
  const finalists = finalistsOf(evaluation);
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
      {isWhole && <ShortlistRest finalists={finalists} />}
    </>
  );
}

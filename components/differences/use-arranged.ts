"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { impactQueries } from "@/lib/client/impact/queries";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import type { Bucket, Impact } from "@/lib/domain/impact/schema";

export type Arranged = Record<Bucket, WorksheetField[]>;

/** What the differences do to the shortlist, as soon as it is known, and after every change again. */
export function useImpact(worksheetId: string, isWanted: boolean): Impact | null {
  return useQuery({ ...impactQueries.detail(worksheetId), enabled: isWanted }).data ?? null;
}

/**
 * The order of the cards: by impact once that is known, until then as given. A new order waits while somebody types or has
 * the focus inside `area`, because a card that moves would take both away.
 */
export function useArranged(input: {
  fields: readonly WorksheetField[];
  impact: Impact | null;
  area: RefObject<HTMLElement | null>;
}): Arranged {
  const { fields, impact, area } = input;
  const [followed, setFollowed] = useState(impact);
  const latest = useRef(impact);

  useEffect(() => {
    latest.current = impact;
    const follow = () => {
      if (!isBusy(area.current)) setFollowed(latest.current);
    };
    follow();
    // The focus has left only when the event is over.
    const later = () => setTimeout(follow, 0);
    document.addEventListener("focusin", later);
    document.addEventListener("focusout", later);
    return () => {
      document.removeEventListener("focusin", later);
      document.removeEventListener("focusout", later);
    };
  }, [impact, area]);

  return arrange(fields, followed);
}

function arrange(fields: readonly WorksheetField[], impact: Impact | null): Arranged {
  const known = (impact?.fields ?? []).flatMap(({ field, bucket }) => {
    const own = fields.find((one) => one.field === field);
    return own ? [{ own, bucket }] : [];
  });
  // What the analysis has not seen yet stands where everything stood before it.
  const unseen = fields.filter((field) => !known.some(({ own }) => own === field));
  const of = (wanted: Bucket) => known.filter(({ bucket }) => bucket === wanted).map(({ own }) => own);
  return { changes: [...of("changes"), ...unseen], together: of("together"), same: of("same") };
}

function isBusy(area: HTMLElement | null): boolean {
  if (!area) return false;
  return area.contains(document.activeElement) || area.querySelector("form") !== null;
}

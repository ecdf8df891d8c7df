"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { impactQueries } from "@/lib/client/impact/queries";
import { worthQuery } from "@/lib/client/impact/worth-query";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { inOrderOfImpact } from "@/lib/domain/impact/in-order";
import type { Bucket, Impact } from "@/lib/domain/impact/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { WorthByField } from "./differences-context";

export type Arranged = Record<Bucket, WorksheetField[]> & { /** The cards stand in the order that is known by now. */ isFollowed: boolean };

/** Longer than this nobody waits for the order of cards; they are then shown as given. */
const HOLD_MS = 1_000;

/** What the differences do to the shortlist, as soon as it is known, and after every change again. */
export function useImpact(view: WorksheetView, isWanted: boolean): { impact: Impact | null; worth: WorthByField; isHeld: boolean } {
  const queryClient = useQueryClient();
  const known = useQuery({ ...impactQueries.of(queryClient, view), enabled: isWanted }).data;
  const money = useQuery({ ...worthQuery(view.id), enabled: isWanted }).data;
  const worth = useMemo(() => new Map((money?.fields ?? []).map(({ field, usdMonth }) => [field, Number(usdMonth)])), [money]);
  const [isPastHold, setPastHold] = useState(false);
  // The first count may still move a card between the shelves; the last one seldom takes as long as anybody waits. Once
  // something was shown nothing is taken back, or a change by somebody else would fold up what is being read.
  const isShown = isPastHold || known?.isFinal === true;
  useEffect(() => {
    const timer = setTimeout(() => setPastHold(true), isShown ? 0 : HOLD_MS);
    return () => clearTimeout(timer);
  }, [isShown]);
  const impact = isShown ? (known?.impact ?? null) : null;
  return { impact, worth, isHeld: isWanted && !isShown };
}

/**
 * The order of the cards: by impact once that is known, until then as given. A new order waits while somebody types or has
 * the focus inside `area`, because a card that moves would take both away.
 */
export function useArranged(input: {
  fields: readonly WorksheetField[];
  impact: Impact | null;
  worth: WorthByField;
  area: RefObject<HTMLElement | null>;
}): Arranged {
  const { fields, impact, worth, area } = input;
  const [followed, setFollowed] = useState({ impact, worth });
  const latest = useRef(followed);

  useEffect(() => {
    latest.current = { impact, worth };
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
  }, [impact, worth, area]);

  return { ...arrange(fields, followed), isFollowed: followed.impact === impact };
}

function arrange(
  fields: readonly WorksheetField[],
  { impact, worth }: { impact: Impact | null; worth: WorthByField },
): Record<Bucket, WorksheetField[]> {
  const known = inOrderOfImpact(impact?.fields ?? [], { worth }).flatMap(({ field, bucket }) => {
    const own = fields.find((one) => one.field === field);
    return own ? [{ own, bucket }] : [];
  });
  // What the analysis has not seen yet stands where everything stood before it.
  const unseen = fields.filter((field) => !known.some(({ own }) => own === field));
  const of = (wanted: Bucket) => known.filter(({ bucket }) => bucket === wanted).map(({ own }) => own);
  return { changes: [...of("changes"), ...unseen], together: of("together"), same: of("same") };
}

/** A form that is folded away, as under the comments of each card, is nobody's work. */
function isBusy(area: HTMLElement | null): boolean {
  if (!area) return false;
  return (
    area.contains(document.activeElement) || [...area.querySelectorAll("form")].some((form) => form.closest("details:not([open])") === null)
  );
}

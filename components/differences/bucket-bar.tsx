"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import type { Impact } from "@/lib/domain/impact/schema";
import classes from "./bucket-bar.module.css";
import { DifferenceCard } from "./difference-card";
import cards from "./differences-screen.module.css";
import { Steadiness } from "./steadiness";
import { UnmeasuredList } from "./unmeasured-list";
import type { Arranged } from "./use-arranged";
import { useAddressedTopic } from "./use-topic-in-address";

type Shelf = "together" | "same" | "unmeasured";

/** What need not be talked about first, put away with its count; what somebody changed since lies open. */
export function BucketBar({ arranged, impact, isSolo }: { arranged: Arranged; impact: Impact; isSolo: boolean }) {
  const t = useTranslations("differences.buckets");
  const id = useId();
  const [turned, setTurned] = useState<Partial<Record<Shelf, boolean>>>({});
  const counts: Record<Shelf, number> = {
    together: arranged.together.length,
    same: arranged.same.length,
    unmeasured: impact.unmeasured.length,
  };
  const hasMoved = (fields: readonly WorksheetField[]) => fields.some((field) => field.first !== null);
  const addressed = useAddressedTopic();
  const isWanted = (fields: readonly WorksheetField[]) => hasMoved(fields) || fields.some(({ field }) => field === addressed);
  const opensItself: Record<Shelf, boolean> = { together: isWanted(arranged.together), same: isWanted(arranged.same), unmeasured: false };
  const shelves = (["together", "same", "unmeasured"] as const).filter((shelf) => counts[shelf] > 0);
  const isOpen = (shelf: Shelf) => turned[shelf] ?? opensItself[shelf];
  return (
    <footer className={classes.footer}>
      <div className={classes.bar}>
        {shelves.map((shelf) => (
          <button
            key={shelf}
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen(shelf)}
            aria-controls={`${id}-${shelf}`}
            onClick={() => setTurned({ ...turned, [shelf]: !isOpen(shelf) })}
          >
            {t.rich(shelf === "unmeasured" && isSolo ? "unmeasuredSolo" : shelf, { n: counts[shelf], b: (chunks) => <b>{chunks}</b> })}
          </button>
        ))}
        <Steadiness impact={impact} />
      </div>
      {shelves.map((shelf) => (
        <section key={shelf} id={`${id}-${shelf}`} className={classes.shelf} hidden={!isOpen(shelf)} aria-label={t(`${shelf}Title`)}>
          <p className={classes.lead}>{t(`${shelf}Lead`, { n: counts[shelf] })}</p>
          {shelf === "unmeasured" ? <UnmeasuredList impact={impact} /> : null}
          {shelf !== "unmeasured" && isOpen(shelf) ? (
            <div className={cards.cards}>
              {arranged[shelf].map((field) => (
                <DifferenceCard key={field.field} field={field} />
              ))}
            </div>
          ) : null}
        </section>
      ))}
    </footer>
  );
}

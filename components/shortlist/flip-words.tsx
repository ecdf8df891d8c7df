"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Flip } from "@/lib/domain/engine/schema";
import classes from "./flips.module.css";
import { useShortlist } from "./shortlist-context";

/** "Peak writes in 3 years: 50,000/s instead of 2,000/s." */
export function FlipWords({ flip: { change } }: { flip: Flip }) {
  const t = useTranslations("shortlist.change");
  const { words } = useShortlist();
  const values = {
    field: words.heading(change.field),
    to: words.value(change.field, change.to),
    from: words.value(change.field, change.from),
  };
  return t(change.from === null ? "becomes" : "insteadOf", values);
}

/** "PostgreSQL stays until peak writes pass 50,000/s; you say 2,000/s: 25 times." Null where no number takes anybody off. */
export function useStaysUntil(): (flip: Flip) => string | null {
  const t = useTranslations("shortlist.change");
  const format = useFormatter();
  const { words } = useShortlist();
  return ({ change: { field, from, to }, removes, headroom }) => {
    if (headroom === null || headroom <= 0 || removes.length === 0) return null;
    const x = format.number(headroom >= 1 ? headroom : 1 / headroom, { maximumSignificantDigits: 2 });
    const values = { names: words.names(removes), n: removes.length, field: words.field(field), x };
    const numbers = { to: words.value(field, to), from: words.value(field, from) };
    return t(headroom >= 1 ? "staysUntil" : "staysWhile", { ...values, ...numbers });
  };
}

/** Who leaves the list and who joins it. */
export function ListEffect({ flip: { adds, removes } }: { flip: Pick<Flip, "adds" | "removes"> }) {
  const t = useTranslations("shortlist.change");
  const { words } = useShortlist();
  return (
    <span className="quiet">
      {removes.length > 0 && `${t("removes", { names: words.names(removes), n: removes.length })} `}
      {adds.length > 0 && t("adds", { names: words.names(adds), n: adds.length })}
    </span>
  );
}

const FULL_BAR = 3;

/** How far the number is from the threshold: a word, and a bar whose full length is a thousand times. */
export function Headroom({ flip: { headroom } }: { flip: Flip }) {
  const t = useTranslations("shortlist.headroom");
  const format = useFormatter();
  if (headroom === null || headroom <= 0) return null;
  const ratio = headroom >= 1 ? headroom : 1 / headroom;
  const x = format.number(ratio, { maximumSignificantDigits: 2 });
  const share = Math.min(1, Math.max(0.02, Math.log10(ratio) / FULL_BAR));
  return (
    <span className={classes.headroom}>
      <span className="small">{t(ratio < 2 ? "near" : "room", { x })}</span>
      <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect width={100 * share} height={4} />
      </svg>
    </span>
  );
}

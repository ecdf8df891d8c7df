"use client";

import { useTranslations } from "use-intl";
import { findField } from "@/lib/domain/answers/fields";
import type { Impact } from "@/lib/domain/impact/schema";
import classes from "./bucket-bar.module.css";
import { useListWords } from "./use-list-words";
import { useWords } from "./use-words";

/** Numbers that nobody disputes and nobody measured, with the value inside their band at which the list is another. */
export function UnmeasuredList({ impact }: { impact: Impact }) {
  const t = useTranslations("differences.unmeasured");
  const words = useWords();
  const lists = useListWords(impact);
  return (
    <ul className={classes.list}>
      {impact.unmeasured.map((one) => {
        const def = findField(one.field);
        if (!def) return null;
        return (
          <li key={one.field}>
            <p className={classes.label}>{words.label(def)}</p>
            <p>
              {t.rich("text", {
                value: words.amount(def, one.value),
                low: words.about(def, one.low),
                high: words.about(def, one.high),
                at: words.amount(def, one.flipsAt),
                change: () => <b>{lists.change(one)}</b>,
              })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { itemsOf } from "@/lib/domain/disagreement/camps";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./dot-strip.module.css";
import { MemberDot } from "./member-dot";
import { useWords } from "./use-words";

const MOST_COLUMNS = 4;
const NOTHING = "";

/** Options side by side with their people in them, or below each other when there are many or several may be chosen. */
export function OptionStrip({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences.strip");
  const words = useWords();
  const { def } = field;
  const said = field.answers.filter((answer) => !answer.unknown).map(({ memberId, value }) => ({ memberId, items: itemsAt(value) }));
  const moved = field.answers.flatMap(({ memberId, value, first }) => {
    const now = itemsAt(value);
    return first ? [{ memberId, items: itemsAt(first.value).filter((item) => !now.includes(item)) }] : [];
  });
  const shown = new Set([...said, ...moved].flatMap((answer) => answer.items));
  const ladder = def.type === "ordinal" ? def.options : def.options.filter((option) => shown.has(option));
  const options = [...ladder, ...[...shown].filter((option) => !def.options.includes(option))];
  const isList = def.type === "multi" || def.type === "words";

  return (
    <div className={classes.options} data-layout={isList || options.length > MOST_COLUMNS ? "rows" : "columns"}>
      {options.map((option) => (
        <div key={option} className={classes.option}>
          <span className={classes.people}>
            {said.flatMap(({ memberId, items }) => (items.includes(option) ? [<MemberDot key={memberId} memberId={memberId} />] : []))}
            {moved.flatMap(({ memberId, items }) =>
              items.includes(option) ? [<MemberDot key={memberId} memberId={memberId} isFirst />] : [],
            )}
          </span>
          <span className={classes.optionLabel}>{option === NOTHING ? t("none") : words.option(def, option)}</span>
        </div>
      ))}
    </div>
  );
}

/** An empty list is an answer too: it stands in a place of its own. */
function itemsAt(value: unknown): string[] {
  const items = itemsOf(value).map(String);
  return items.length === 0 && Array.isArray(value) ? [NOTHING] : items;
}

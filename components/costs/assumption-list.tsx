"use client";

import type { Assumption } from "@/lib/domain/costs/schema";
import classes from "./price-panel.module.css";
import { type CostWords, useCostWords } from "./use-cost-words";

const SHOWN = 6;
/** What moves a bill the most comes first. */
const IMPORTANT = ["peakToAverage", "requestsPerDay", "growthGbPerMonth"];

/** What the bills rest on that nobody said: what matters most first, the rest of our own guesses folded away. */
export function AssumptionList({ assumptions }: { assumptions: Assumption[] }) {
  const words = useCostWords();
  const { t } = words;
  const ordered = [...assumptions].sort((a, b) => rankOf(a) - rankOf(b));
  const shown = ordered.filter(({ source }, index) => index < SHOWN || source !== "assumed");
  const folded = ordered.filter((assumption) => !shown.includes(assumption));
  return (
    <>
      <h3 className={classes.subheading}>{t("prices.assumed")}</h3>
      <Rows assumptions={shown} words={words} />
      {folded.length > 0 && (
        <details className={classes.more}>
          <summary>{t("prices.assumedMore", { count: folded.length })}</summary>
          <Rows assumptions={folded} words={words} />
        </details>
      )}
      <p className={classes.note}>{t("prices.assumedHelp")}</p>
    </>
  );
}

function rankOf({ id, source }: Assumption): number {
  const place = IMPORTANT.indexOf(id);
  if (place >= 0) return place;
  return source === "assumed" ? IMPORTANT.length + 1 : IMPORTANT.length;
}

function Rows({ assumptions, words }: { assumptions: Assumption[]; words: CostWords }) {
  return (
    <ul className={classes.list}>
      {assumptions.map((assumption) => (
        <li key={assumption.id} className={classes.row}>
          <span>{words.say(assumption.text)}</span>
          <span className={classes.word}>{words.t(sourceWord(assumption))}</span>
        </li>
      ))}
    </ul>
  );
}

function sourceWord({ source }: Assumption): "prices.derived" | "prices.assumedWord" | "prices.unknownWord" {
  if (source === "derived") return "prices.derived";
  return source === "assumed" ? "prices.assumedWord" : "prices.unknownWord";
}

"use client";

import { LETTERS } from "@/lib/client/shortlist/finalists";
import classes from "./letter.module.css";
import { useShortlist } from "./shortlist-context";

/** The letter and the colour that a candidate wears wherever it appears; nothing for one that is not on the list. */
export function Letter({ of }: { of: string }) {
  const { evaluation } = useShortlist();
  const letter = LETTERS[evaluation.shortlist.findIndex(({ id }) => id === of)];
  if (letter === undefined) return null;
  return (
    <span className={classes.letter} data-letter={letter} aria-hidden>
      {letter}
    </span>
  );
}

"use client";

import classes from "./team-bar.module.css";

type Props = { words: string /** Gives the keyboard back to where it came from. */; giveBack: () => void; onPutAway: () => void };

/** Puts a note of the strip away, after the keyboard has left it. */
export function PutAway({ words, giveBack, onPutAway }: Props) {
  return (
    <button
      type="button"
      className={classes.hide}
      onClick={() => {
        giveBack();
        onPutAway();
      }}
    >
      {words}
    </button>
  );
}

"use client";

import { announce } from "@/components/ui/live-region";
import classes from "./chart-tabs.module.css";
import { type Copied, copyPng, copySvg } from "./copy-image";

export type CopyWords = { svg: string; png: string; said: Record<Copied, string> };

/** Copies a chart as it stands: as drawing or as picture. The drawing is made when somebody asks for it. */
export function CopyChart({ name, svg, words }: { name: string; svg: () => string; words: CopyWords }) {
  const say = (result: Copied) => announce(words.said[result]);
  return (
    <>
      <button type="button" className={classes.chip} onClick={() => void copySvg(svg()).then(say)}>
        {words.svg}
      </button>
      <button type="button" className={classes.chip} onClick={() => void copyPng(svg(), `${name}.png`).then(say)}>
        {words.png}
      </button>
    </>
  );
}

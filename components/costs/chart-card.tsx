"use client";

import { useElementSize } from "@mantine/hooks";
import type { ReactNode, Ref } from "react";
import { ChartTabs } from "@/components/charts/chart-tabs";
import { CopyChart } from "@/components/charts/copy-chart";
import classes from "./chart-card.module.css";
import { useCopyWords } from "./use-copy-words";

/** Anything narrower is a layout that has not settled yet. */
const LEAST_WIDTH = 200;
/** As wide as a chart is drawn until its column is measured, and in print. */
export const STILL_WIDTH = 752;

/** The width of the element that gets the ref, in whole pixels; null until it is known. */
export function useChartWidth(): { ref: Ref<HTMLDivElement>; width: number | null } {
  const { ref, width } = useElementSize<HTMLDivElement>();
  return { ref, width: width >= LEAST_WIDTH ? Math.floor(width) : null };
}

type Props = {
  /** Names the picture that somebody copies. */
  name: string;
  about: { title: string; description: string };
  /** The words of the card's namespace; it needs `tabs.label`, `tabs.chart`, `tabs.table`, `tabs.csv` and `tabs.csvHelp`. */
  t: (id: string) => string;
  /** Where the column is measured. */
  chartRef: Ref<HTMLDivElement>;
  chart: ReactNode;
  /** A chart whose script comes later has its place kept. */
  isLive?: boolean;
  /** The chart in print, where nothing measures a column. */
  still: ReactNode;
  legend?: readonly { tint: string | undefined; word: string }[];
  svg: () => string;
  table: ReactNode;
  csvHref: string | null;
  options?: ReactNode;
  children?: ReactNode;
};

/** A chart of the costs: drawn for the screen and for print, with its table, its data, and buttons that copy it. */
export function ChartCard({ name, about, t, chartRef, chart, isLive = false, still, legend = [], svg, table, csvHref, ...rest }: Props) {
  const copyWords = useCopyWords();
  const { options, children } = rest;
  const panel = (
    <>
      <div ref={chartRef} className={isLive ? classes.live : classes.onScreen}>
        {chart}
      </div>
      <div className={classes.print}>{still}</div>
      {legend.length > 0 && (
        <ul className={classes.legend}>
          {legend.map(({ tint, word }) => (
            <li key={word}>
              <span className={classes.swatch} style={{ background: tint }} aria-hidden="true" />
              {word}
            </li>
          ))}
        </ul>
      )}
    </>
  );
  return (
    <ChartTabs
      title={about.title}
      label={t("tabs.label")}
      chart={{ name: t("tabs.chart"), panel }}
      table={{ name: t("tabs.table"), panel: table }}
      csv={csvHref ? { name: t("tabs.csv"), help: t("tabs.csvHelp"), href: csvHref } : null}
      options={options}
    >
      <div className={classes.copies}>
        <CopyChart name={name} svg={svg} words={copyWords} />
      </div>
      {children}
    </ChartTabs>
  );
}

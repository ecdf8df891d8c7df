"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import classes from "./chart-tabs.module.css";

type ChartTabsProps = {
  title: string;
  label: string;
  chart: { name: string; panel: ReactNode };
  table: { name: string; panel: ReactNode };
  csv: { name: string; help: string; href: string } | null;
  /** Switches of the chart, for example its scale. */
  options?: ReactNode;
  children?: ReactNode;
};

/** A chart with its table and its data. The table stays in the document, so that print and readers always have it. */
export function ChartTabs({ title, label, chart, table, csv, options, children }: ChartTabsProps) {
  const [active, setActive] = useState<"chart" | "table">("chart");
  const id = useId();
  const tabs = [
    { key: "chart", ...chart },
    { key: "table", ...table },
  ] as const;
  function onKeyDown(event: KeyboardEvent) {
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const next = active === "chart" ? "table" : "chart";
    const wanted = { Home: "chart", End: "table" }[event.key] ?? next;
    setActive(wanted === "table" ? "table" : "chart");
    document.getElementById(`${id}-${wanted}`)?.focus();
  }
  return (
    <figure className={classes.card} aria-labelledby={`${id}-title`}>
      <div className={classes.head}>
        <figcaption id={`${id}-title`} className={classes.title}>
          {title}
        </figcaption>
        <div role="tablist" aria-label={label} className={classes.tabs} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${id}-${tab.key}`}
              aria-selected={active === tab.key}
              aria-controls={`${id}-${tab.key}-panel`}
              tabIndex={active === tab.key ? 0 : -1}
              className={classes.chip}
              onClick={() => setActive(tab.key)}
            >
              {tab.name}
            </button>
          ))}
        </div>
        {csv && (
          <a className={classes.chip} href={csv.href} download aria-label={csv.help}>
            {csv.name}
          </a>
        )}
        {active === "chart" && options}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.key}
          role="tabpanel"
          id={`${id}-${tab.key}-panel`}
          aria-labelledby={`${id}-${tab.key}`}
          className={classes.panel}
          data-active={active === tab.key}
        >
          {tab.panel}
        </div>
      ))}
      {children}
    </figure>
  );
}

"use client";

import type { ReactNode } from "react";
import classes from "./chart-tabs.module.css";

/** A chip that is on or off, or one of several of which one is on. */
export function ChartToggle({ isOn, onChange, children }: { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }) {
  return (
    <button type="button" className={classes.chip} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {children}
    </button>
  );
}

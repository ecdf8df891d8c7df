import type { ReactNode } from "react";
import classes from "./chip.module.css";

/** A few words, never a bare percentage. `soft` marks the chosen one. */
export function Chip({ soft = false, children }: { soft?: boolean; children: ReactNode }) {
  return <span className={soft ? `${classes.chip} ${classes.soft}` : classes.chip}>{children}</span>;
}

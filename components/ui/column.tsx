import type { ReactNode } from "react";
import classes from "./column.module.css";

type Props = { width?: "narrow" | "wide"; children: ReactNode; className?: string };

/** The page's measure: `narrow` (680 px) for thinking, `wide` (1120 px) for comparing. */
export function Column({ width = "narrow", children, className }: Props) {
  return <div className={[classes.column, classes[width], className].filter(Boolean).join(" ")}>{children}</div>;
}

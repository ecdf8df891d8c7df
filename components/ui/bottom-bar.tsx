import type { ReactNode } from "react";
import classes from "./bottom-bar.module.css";

type Props = {
  /** Readiness or another quiet line. */ left?: ReactNode /** The way on: at most one primary button. */;
  children?: ReactNode;
};

/** Sticks to the lower edge of the screen. Put it last, as a direct child of the shell. */
export function BottomBar({ left, children }: Props) {
  return (
    <div className={`${classes.bar} no-print`} data-bottom-bar>
      <div className={classes.left}>{left}</div>
      <div className={classes.actions}>{children}</div>
    </div>
  );
}

import type { ReactNode } from "react";
import classes from "./scroll-region.module.css";

type Props = { label: string; className?: string | undefined; children: ReactNode };

/** Something wide that scrolls inside its column; it takes focus so that it also scrolls with the arrow keys (WCAG 2.1.1). */
export function ScrollRegion({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={[classes.region, className].filter(Boolean).join(" ")} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

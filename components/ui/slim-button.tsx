import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import classes from "./slim-button.module.css";

type Look = { variant?: "filled" | "default" | "subtle"; isSmall?: boolean; className?: string | undefined; children: ReactNode };

/**
 * A button that needs nothing of the component library, for what stands on the answer page and around it: somebody who
 * opens a link on a phone waits for every kilobyte. Everywhere else use the library's.
 */
export function SlimButton({ variant, isSmall, className, ...rest }: Look & ComponentProps<"button">) {
  return <button type="button" {...rest} className={classOf({ variant, isSmall, className })} />;
}

/** The same look on a way to another screen. */
export function SlimLink({ variant, isSmall, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...rest} className={classOf({ variant, isSmall, className })} />;
}

function classOf({ variant = "filled", isSmall = false, className = "" }: Omit<Look, "children">): string {
  return [classes.button, classes[variant], isSmall ? classes.small : "", className].filter((name) => name !== "").join(" ");
}

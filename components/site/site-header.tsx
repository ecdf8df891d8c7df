import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";
import classes from "./site-header.module.css";

/** Above every page that is not one worksheet's or one space's: the way home, and what else stands beside it. */
export function SiteHeader({ home, children }: { home: string; children?: ReactNode }) {
  return (
    <header className={classes.header}>
      <Link href={routes.home()} className={classes.brand} prefetch={false}>
        <Mark />
        {home}
      </Link>
      {children}
    </header>
  );
}

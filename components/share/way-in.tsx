"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";
import classes from "./way-in.module.css";

/** The plain page around joining and around links that open nothing. */
export function WayIn({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <>
      <header className={classes.header}>
        <Link href={routes.home()} className={classes.brand}>
          <Mark />
          {t("name")}
        </Link>
      </header>
      <main id="main">
        <Column>
          <div className={classes.body}>{children}</div>
        </Column>
      </main>
    </>
  );
}

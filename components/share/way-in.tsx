"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import classes from "./way-in.module.css";

/** The plain page around joining and around links that open nothing. */
export function WayIn({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <>
      <SiteHeader home={t("name")} />
      <main id="main">
        <Column>
          <div className={classes.body}>{children}</div>
        </Column>
      </main>
    </>
  );
}

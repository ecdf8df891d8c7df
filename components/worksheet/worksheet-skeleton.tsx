"use client";

import { Skeleton } from "@mantine/core";
import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import { Mark } from "@/components/ui/mark";
import header from "./worksheet-header.module.css";
import shell from "./worksheet-shell.module.css";
import classes from "./worksheet-skeleton.module.css";

/** Header, rail and a card of the true size, so that nothing jumps when the worksheet arrives. */
export function WorksheetSkeleton() {
  const t = useTranslations("common");
  return (
    <div className={shell.page} aria-busy="true">
      <div className={header.header}>
        <Mark />
        <Skeleton height={16} width="min(320px, 50vw)" />
      </div>
      <div className={classes.rail} />
      <main id="main" className={shell.main}>
        <Column>
          <p className={classes.words} role="status">
            {t("loading")}
          </p>
          <div className={classes.body}>
            <Skeleton height={14} width={110} />
            <Skeleton height={40} width="70%" />
            <Skeleton height={320} radius="lg" />
          </div>
        </Column>
      </main>
    </div>
  );
}

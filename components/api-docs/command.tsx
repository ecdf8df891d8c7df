"use client";

import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import classes from "./api-docs.module.css";

/** A command to paste into a shell. */
export function Command({ text, label }: { text: string; label: string }) {
  const t = useTranslations("api");
  return (
    <div className={classes.command}>
      <ScrollRegion label={label} className={classes.code}>
        <pre>{text}</pre>
      </ScrollRegion>
      <CopyButton text={text} said={t("copied")} />
    </div>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import classes from "./preview-frame.module.css";

type Props = { text: string | null; isStale?: boolean; hasFailed?: boolean };

/** The Markdown as it would be exported; keeps its size while it is made. */
export function PreviewFrame({ text, isStale = false, hasFailed = false }: Props) {
  const t = useTranslations("decision.preview");
  return (
    <section className={classes.frame} aria-label={t("heading")}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{t("heading")}</h2>
        {isStale && <span className="tiny">{t("waiting")}</span>}
        {text !== null && <CopyButton text={text} said={t("copied")} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text scrolls inside its frame, so the keyboard must be able to reach it. */}
      <pre className={classes.text} tabIndex={0} data-testid="adr-preview">
        {text ?? t(hasFailed ? "failed" : "loading")}
      </pre>
    </section>
  );
}

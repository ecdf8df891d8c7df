"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import classes from "./preview-frame.module.css";

type Props = {
  /** A text that may still change, or the file of a frozen one. */
  of?: "draft" | "file";
  /** The Markdown; null while it is made. */
  text: string | null;
  hasFailed?: boolean;
  isSource?: boolean;
  onSource?: (isSource: boolean) => void;
  /** The file as it looks; the Markdown stands in its place when there is none. */
  children?: ReactNode;
};

/** The decision as it would be exported, to read or as Markdown; keeps its size while it is made. */
export function PreviewFrame({ of = "draft", text, hasFailed = false, isSource = false, onSource, children }: Props) {
  const t = useTranslations("decision.preview");
  const isRendered = Boolean(children);
  const heading = t(of === "file" ? "fileHeading" : "heading");
  return (
    <section className={classes.frame} aria-label={heading}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{heading}</h2>
        {onSource && text !== null && (
          <fieldset className={classes.switch} aria-label={t("switch")}>
            {([false, true] as const).map((wanted) => (
              <button
                key={String(wanted)}
                type="button"
                className={classes.chip}
                aria-pressed={isSource === wanted}
                onClick={() => onSource(wanted)}
              >
                {t(wanted ? "source" : "rendered")}
              </button>
            ))}
          </fieldset>
        )}
        {text !== null && <CopyButton text={text} said={t("copied")} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text scrolls inside its frame, so the keyboard must be able to reach it. */}
      <div className={isRendered ? classes.page : classes.text} tabIndex={0} data-testid="adr-preview">
        {isRendered ? children : (text ?? t(hasFailed ? "failed" : "loading"))}
      </div>
    </section>
  );
}

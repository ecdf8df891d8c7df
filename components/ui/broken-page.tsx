"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import classes from "./broken-page.module.css";
import { copyText } from "./copy-text";

type Props = { error: Error & { digest?: string }; reset: () => void; homeHref: string };

/**
 * The last resort of a segment: what is safe, try again, and something to send to whoever runs the server. Plain
 * elements only: error boundaries ride along with every page, and a full load is the right way home after a fault.
 */
export function BrokenPage({ error, reset, homeHref }: Props) {
  const t = useTranslations("errors");
  const [isCopied, setIsCopied] = useState(false);
  const details = [error.name, error.digest].filter(Boolean).join(" ");
  return (
    <main id="main" className={classes.page} role="alert">
      <h1>{t("pageTitle")}</h1>
      <p className="quiet">{t("pageText")}</p>
      <div className={classes.actions}>
        <button type="button" className={`${classes.button} ${classes.primary}`} onClick={reset}>
          {t("pageRetry")}
        </button>
        <button type="button" className={classes.button} onClick={async () => setIsCopied(await copyText(details))}>
          {t(isCopied ? "pageDetailsCopied" : "pageDetails")}
        </button>
      </div>
      <a href={homeHref}>{t("pageHome")}</a>
    </main>
  );
}

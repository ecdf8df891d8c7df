"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { copyText } from "./copy-text";

/** As the server marks a page that failed for want of its database. */
const AWAY = "database-away";
const LOOK_MS = 3_000;

type Props = { error: Error & { digest?: string }; reset: () => void; homeHref: string };

/**
 * The last resort of a segment: what is safe, try again, and something to send to whoever runs the server. Plain
 * elements only: error boundaries ride along with every page, and a full load is the right way home after a fault.
 */
export function BrokenPage({ error, reset, homeHref }: Props) {
  const t = useTranslations("errors");
  const [isCopied, setIsCopied] = useState(false);
  const isAway = error.digest === AWAY;
  useComeBack(isAway);
  const details = [error.name, error.digest].filter(Boolean).join(" ");
  return (
    <main id="main" className="broken-page" role="alert">
      <h1>{t(isAway ? "awayTitle" : "pageTitle")}</h1>
      <p className="quiet">{t(isAway ? "awayText" : "pageText")}</p>
      <div className="broken-page-actions">
        <button type="button" className="broken-page-button broken-page-primary" onClick={isAway ? () => window.location.reload() : reset}>
          {t("pageRetry")}
        </button>
        <button type="button" className="broken-page-button" onClick={async () => setIsCopied(await copyText(details))}>
          {t(isCopied ? "pageDetailsCopied" : "pageDetails")}
        </button>
      </div>
      <a href={homeHref}>{t("pageHome")}</a>
    </main>
  );
}

/** Looks every few seconds whether the server can answer again, and then loads the page anew. */
function useComeBack(isAway: boolean) {
  useEffect(() => {
    if (!isAway) return;
    const look = async () => {
      const reply = await fetch("/ready", { cache: "no-store" }).catch(() => null);
      if (reply?.ok) window.location.reload();
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isAway]);
}

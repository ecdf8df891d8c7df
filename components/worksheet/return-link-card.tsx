"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { keepLinks, useKeptLinks } from "@/lib/client/share/kept-links";
import classes from "./return-link-card.module.css";

const SecretLink = dynamic(() => import("@/components/ui/secret-link").then((module) => module.SecretLink), {
  ssr: false,
  loading: () => <div style={{ blockSize: 36 }} />,
});

/** After joining, until the page is loaded again: the way back on another device. In the flow of the page, so it covers nothing. */
export function ReturnLinkCard({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("worksheet.return");
  const kept = useKeptLinks(worksheetId);
  if (!kept.return || kept.isReturnDismissed !== false) return null;
  return (
    <section className={`${classes.card} no-print`} aria-label={t("title")}>
      <div className={classes.words}>
        <b>{t("title")}</b>
        <span className="small">{t("text")}</span>
      </div>
      <div className={classes.link}>
        <SecretLink link={kept.return} what={t("what")} said={t("copied")} />
      </div>
      <button type="button" className={classes.close} onClick={() => keepLinks(worksheetId, { isReturnDismissed: true })}>
        {t("dismiss")}
      </button>
    </section>
  );
}

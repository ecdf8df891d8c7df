"use client";

import { useTranslations } from "use-intl";
import { SecretLink } from "@/components/ui/secret-link";
import { useKeptLinks } from "@/lib/client/share/kept-links";
import classes from "./lobby-screen.module.css";

/** The join link where somebody who has just started a worksheet is told to share it. */
export function InviteCard({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("share.member");
  const link = useKeptLinks(worksheetId).member;
  if (!link) return null;
  return (
    <section className={classes.invite} aria-labelledby="invite-title">
      <h2 id="invite-title">{t("name")}</h2>
      <p className="small">{t("gives")}</p>
      <SecretLink link={link} what={t("name")} said={t("copied")} />
    </section>
  );
}

"use client";

import { Modal } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { linkRoleSchema, type WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { JoinCode } from "./join-code";
import classes from "./share-dialog.module.css";
import { SharedLink } from "./shared-link";

/** The member link first: it is the one that a workshop needs. */
const ORDER = linkRoleSchema.options.toSorted((a, b) => Number(b === "member") - Number(a === "member"));

export function ShareDialog({ worksheet, onClose }: { worksheet: WorksheetView; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal opened onClose={onClose} title={t("share.title")} size="lg" closeButtonProps={{ "aria-label": t("common.close") }}>
      <div className={classes.body}>
        <p className="quiet">{t("share.lead")}</p>
        {ORDER.map((kind) => (
          <SharedLink key={kind} worksheetId={worksheet.id} kind={kind} />
        ))}
        <JoinCode worksheetId={worksheet.id} />
        <Link href={routes.settings(worksheet.id)} onClick={onClose} prefetch={false}>
          {t("share.manage")}
        </Link>
      </div>
    </Modal>
  );
}

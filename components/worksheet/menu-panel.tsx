"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { LanguageChoice } from "@/components/ui/language-choice";
import { ThemeChoice } from "@/components/ui/theme-choice";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { ForgetBrowser } from "./forget-browser";
import { OwnReturnLink } from "./own-return-link";
import classes from "./worksheet-menu.module.css";

export function MenuPanel({ worksheet, onClose }: { worksheet: WorksheetView; onClose: () => void }) {
  const t = useTranslations("worksheet");
  /** As if its keys had been pressed: whoever has a keyboard learns them here, and whoever has none gets there too. */
  const openCommands = () => {
    onClose();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true }));
  };
  return (
    <>
      <nav className={classes.links} aria-label={t("shell.menu")}>
        <Link href={routes.worksheet(worksheet.id)} prefetch={false} onClick={onClose}>
          {t("menu.overview")}
        </Link>
        <Link href={routes.settings(worksheet.id)} prefetch={false} onClick={onClose}>
          {t("menu.settings")}
        </Link>
        {worksheet.you.role !== "approver" && (
          <Link href={routes.screen(worksheet.id)} prefetch={false} target="_blank" onClick={onClose}>
            {t("menu.screen")}
          </Link>
        )}
        <Link href={routes.home()} prefetch={false}>
          {t("menu.home")}
        </Link>
        <button type="button" onClick={openCommands}>
          {t("menu.commands")} <kbd>{t("menu.commandsKey")}</kbd>
        </button>
      </nav>
      <ThemeChoice />
      <LanguageChoice />
      {worksheet.you.role !== "approver" && <OwnReturnLink worksheet={worksheet} />}
      <ForgetBrowser />
    </>
  );
}

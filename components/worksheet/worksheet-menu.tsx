"use client";

import Link from "next/link";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ThemeChoice } from "@/components/ui/theme-choice";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { ForgetBrowser } from "./forget-browser";
import { OwnReturnLink } from "./own-return-link";
import classes from "./worksheet-menu.module.css";

/** The browser's own popover: closes on Escape and on a click beside it, and costs no library. */
export function WorksheetMenu({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet");
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => panel.current?.hidePopover();
  const isMember = worksheet.you.role !== "approver";
  return (
    <>
      <button type="button" className={classes.trigger} popoverTarget={id} aria-label={t("shell.menu")} title={t("shell.menu")}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="currentColor">
          <circle cx="4" cy="10" r="1.6" />
          <circle cx="10" cy="10" r="1.6" />
          <circle cx="16" cy="10" r="1.6" />
        </svg>
      </button>
      <div id={id} ref={panel} popover="auto" className={classes.panel} onToggle={(event) => setIsOpen(event.newState === "open")}>
        {isOpen && (
          <>
            <nav className={classes.links} aria-label={t("shell.menu")}>
              <Link href={routes.worksheet(worksheet.id)} prefetch={false} onClick={close}>
                {t("menu.overview")}
              </Link>
              <Link href={routes.settings(worksheet.id)} prefetch={false} onClick={close}>
                {t("menu.settings")}
              </Link>
              <Link href={routes.home()} prefetch={false}>
                {t("menu.home")}
              </Link>
            </nav>
            <ThemeChoice />
            {isMember && <OwnReturnLink worksheet={worksheet} />}
            <ForgetBrowser />
          </>
        )}
      </div>
    </>
  );
}

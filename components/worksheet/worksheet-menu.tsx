"use client";

import dynamic from "next/dynamic";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./worksheet-menu.module.css";

const MenuPanel = dynamic(() => import("./menu-panel").then((module) => module.MenuPanel), { ssr: false });

/** The browser's own popover: closes on Escape and on a click beside it, and costs no library; what is in it is fetched when it opens. */
export function WorksheetMenu({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet");
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
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
        {isOpen && <MenuPanel worksheet={worksheet} onClose={() => panel.current?.hidePopover()} />}
      </div>
    </>
  );
}

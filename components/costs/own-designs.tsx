"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";
import { OwnDesignForm } from "./own-design-form";
import { OWN_KINDS, type OwnKind } from "./own-kinds";

/** The bill of today and designs that no price book knows, each with a form of three numbers. */
export function OwnDesigns() {
  const t = useTranslations("costsheet.own");
  const { settings } = useCostEditing();
  const [open, setOpen] = useState<OwnKind | null>(null);
  return (
    <div className={editor.fields}>
      {OWN_KINDS.map((kind) => {
        const setting = settingOf(settings, kind.key);
        if (open === kind) return <OwnDesignForm key={kind.key} kind={kind} onClose={() => setOpen(null)} />;
        return (
          <p key={kind.key} className={editor.line}>
            <span>
              {setting.value === null ? t(`kinds.${kind.id}`) : t("standing", { name: nameOf(setting.value), by: setting.by ?? "" })}
            </span>
            <button
              type="button"
              className={editor.change}
              onClick={() => setOpen(kind)}
              aria-label={`${t(setting.value === null ? "add" : "change")}: ${t(`kinds.${kind.id}`)}`}
            >
              {t(setting.value === null ? "add" : "change")}
            </button>
          </p>
        );
      })}
    </div>
  );
}

function nameOf(value: unknown): string {
  return typeof value === "object" && value !== null && "name" in value ? String(value.name) : "";
}

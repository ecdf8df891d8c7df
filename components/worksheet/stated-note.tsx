"use client";

import { useTranslations } from "use-intl";
import { statedInFrame } from "@/lib/domain/templates/templates";

/** Where a value of the frame comes from while it stands as the template gave it. */
export function StatedNote({ template, path, value }: { template: string | null; path: string; value: unknown }) {
  const t = useTranslations();
  const stated = statedInFrame(template, path, value);
  if (stated === null || template === null) return null;
  return (
    <span className="small" style={{ display: "block" }}>
      {t("templates.stated", {
        name: t(`templates.${template}.name`),
        said: t(`templates.${template}.said.${stated.said}`),
        basis: t(`fields.basis.${stated.basis}`),
      })}
    </span>
  );
}

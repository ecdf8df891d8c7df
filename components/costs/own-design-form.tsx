"use client";

import { useTranslations } from "use-intl";
import { settingOf, useCostEditing } from "./cost-editing";
import type { OwnKind } from "./own-kinds";
import { SettingForm } from "./setting-form";

/** Asks for a design of the team's own. */
export function OwnDesignForm({ kind, onClose }: { kind: OwnKind; onClose: () => void }) {
  const t = useTranslations("costsheet.own");
  const { settings } = useCostEditing();
  const standing = settingOf(settings, kind.key).value;
  const known = typeof standing === "object" && standing !== null ? (standing as Record<string, unknown>) : {};
  return (
    <SettingForm
      settingKey={kind.key}
      title={t(`kinds.${kind.id}`)}
      help={t(`help.${kind.id}`)}
      fields={kind.fields.map((field) => ({ ...field, label: t(`fields.${field.id}`) }))}
      initial={Object.fromEntries(kind.fields.map(({ id }) => [id, known[id] === undefined ? "" : String(known[id])]))}
      toValue={(values) => ({ ...kind.fixed, ...values })}
      words={{ save: t("compare"), remove: t("remove"), saved: t("saved"), removed: t("removed") }}
      onClose={onClose}
    />
  );
}

"use client";

import { useTranslations } from "use-intl";
import type { LockIn } from "@/lib/domain/costs/tco-schema";
import { SettingForm } from "./setting-form";

export const TIES = ["queryLanguage", "schemaFeatures", "tooling", "egress"] as const satisfies readonly (keyof LockIn)[];
const GRADES = ["0", "1", "2", "3"] as const;

type Props = { settingKey: string; lockIn: LockIn; onClose: () => void };

/** How much each of four things ties the team to a design, from not at all to fully. */
export function LockInEditor({ settingKey, lockIn, onClose }: Props) {
  const t = useTranslations("costsheet.terms");
  const options = GRADES.map((value) => ({ value, label: t(`grades.${value}`) }));
  return (
    <SettingForm
      settingKey={settingKey}
      title={t("lockIn")}
      help={t("lockInHelp")}
      fields={TIES.map((tie) => ({ id: tie, label: t(`tie.${tie}`), type: "choice", options }))}
      initial={Object.fromEntries(TIES.map((tie) => [tie, String(lockIn[tie])]))}
      toValue={(values) => Object.fromEntries(TIES.map((tie) => [tie, Number(values[tie])]))}
      onClose={onClose}
    />
  );
}

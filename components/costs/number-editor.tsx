"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { settingSchemaOf } from "@/lib/domain/cost-settings/settings";
import { SettingForm } from "./setting-form";

type Props = {
  settingKey: string;
  label: string;
  unit: string;
  value: number | null;
  isShare: boolean;
  /** What follows from the number in the field; null while it cannot be read. */
  children?: (value: number | null) => ReactNode;
  onClose: () => void;
};

/** Changes one number of the costs. */
export function NumberEditor({ settingKey, label, unit, value, isShare, children, onClose }: Props) {
  const t = useTranslations("costsheet.workload");
  const tp = useTranslations("costsheet.problems");
  return (
    <SettingForm
      settingKey={settingKey}
      title={t("form", { label })}
      subject={label}
      fields={[{ id: "value", label: t("field", { label, unit }), type: isShare ? "percent" : "number" }]}
      initial={{ value: value === null ? "" : String(value) }}
      toValue={(values) => values.value ?? null}
      problemsIn={(values): Record<string, string> =>
        settingSchemaOf(settingKey)?.safeParse(values.value).success === false ? { value: tp(rangeProblem(settingKey)) } : {}
      }
      onClose={onClose}
    >
      {children && ((next) => children(typeof next === "number" ? next : null))}
    </SettingForm>
  );
}

/** Numbers that must be above something say so; the others lie in a range that the unit explains. */
function rangeProblem(key: string): "peak" | "positive" | "range" {
  if (key === "workload.peakToAverage") return "peak";
  return key.endsWith("Kb") || key.includes("PerVcpu") ? "positive" : "range";
}

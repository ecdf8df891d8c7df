"use client";

import { useTranslations } from "use-intl";
import type { Range } from "@/lib/domain/costs/tco-schema";
import { settingOf, useCostEditing } from "./cost-editing";
import type { SettingField } from "./setting-fields";
import { SettingForm } from "./setting-form";

const ENDS = ["low", "likely", "high"] as const;

type Props = { settingKey: string; label: string; isMoney?: boolean; value?: Range | null; onClose: () => void };

/** Low, likely and high of one number; ends in the wrong order are said at the field. */
export function RangeEditor({ settingKey, label, isMoney = false, value = null, onClose }: Props) {
  const t = useTranslations("costsheet.range");
  const { settings } = useCostEditing();
  const standing = settingOf(settings, settingKey).value as Partial<Range> | null;
  const fields = ENDS.map((end): SettingField => ({ id: end, label: `${label}: ${t(end)}`, type: isMoney ? "amount" : "number" }));
  return (
    <SettingForm
      settingKey={settingKey}
      title={label}
      fields={fields}
      initial={Object.fromEntries(ENDS.map((end) => [end, String(standing?.[end] ?? value?.[end] ?? "")]))}
      toValue={(values) => values}
      problemsIn={({ low, likely, high }) => ({
        ...(Number(low) > Number(likely) ? { low: t("lowAbove") } : {}),
        ...(Number(high) < Number(likely) ? { high: t("highBelow") } : {}),
      })}
      onClose={onClose}
    />
  );
}

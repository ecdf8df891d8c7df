"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";

/** Over how many months the total cost is counted. */
export function HorizonChoice() {
  const t = useTranslations("costsheet.toggles");
  const { worksheetId, settings } = useCostEditing();
  const change = useChangeSetting(worksheetId);
  const horizon = settingOf(settings, "horizonMonths");
  return (
    <div className={editor.fields}>
      <NativeSelect
        label={t("horizon")}
        value={String(horizon.value ?? "")}
        disabled={change.isPending}
        onChange={(event) =>
          change.mutate({ key: "horizonMonths", value: Number(event.currentTarget.value) || null, baseVersion: horizon.version })
        }
        data={[
          { value: "", label: t("months", { months: 24 }) },
          ...[12, 36].map((months) => ({ value: String(months), label: t("months", { months }) })),
        ]}
      />
      <ErrorNote error={change.error} />
    </div>
  );
}

"use client";

import { Checkbox } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";

/** What counts besides list prices. Off unless the team says so: another team may use the free tier up. */
export function CostToggles() {
  const t = useTranslations("costsheet.toggles");
  const { worksheetId, settings } = useCostEditing();
  const change = useChangeSetting(worksheetId);
  const free = settingOf(settings, "freeTiers");
  return (
    <div className={editor.fields}>
      <Checkbox
        label={t("freeTiers")}
        description={t("freeTiersHelp")}
        checked={free.value === true}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ key: "freeTiers", value: event.currentTarget.checked, baseVersion: free.version })}
      />
      <ErrorNote error={change.error} />
    </div>
  );
}

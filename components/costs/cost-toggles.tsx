"use client";

import { Checkbox, NativeSelect } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";

/** A year without paying ahead: about 30% off, derived from a vendor's price list. */
const ONE_YEAR = { discountShare: 0.3, termMonths: 12 };

/** What counts besides list prices. Off unless the team says so: another team may use the free tier up. */
export function CostToggles() {
  const t = useTranslations("costsheet.toggles");
  const { worksheetId, settings } = useCostEditing();
  const change = useChangeSetting(worksheetId);
  const free = settingOf(settings, "freeTiers");
  const horizon = settingOf(settings, "horizonMonths");
  const commitment = settingOf(settings, "commitment");
  return (
    <div className={editor.fields}>
      <Checkbox
        label={t("freeTiers")}
        description={t("freeTiersHelp")}
        checked={free.value === true}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ key: "freeTiers", value: event.currentTarget.checked, baseVersion: free.version })}
      />
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
      <Checkbox
        label={t("commitment")}
        description={t("commitmentHelp")}
        checked={commitment.value !== null}
        disabled={change.isPending}
        onChange={(event) =>
          change.mutate({ key: "commitment", value: event.currentTarget.checked ? ONE_YEAR : null, baseVersion: commitment.version })
        }
      />
      <ErrorNote error={change.error} />
    </div>
  );
}

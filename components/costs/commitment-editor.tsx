"use client";

import { useTranslations } from "use-intl";
import type { Commitment } from "@/lib/domain/costs/request-schema";
import { SettingForm } from "./setting-form";

/** A year without paying ahead: about 30% off, derived from a vendor's price list. */
const ONE_YEAR: Commitment = { discountShare: 0.3, termMonths: 12 };

type Props = { settingKey: string; commitment: Commitment | null; onClose: () => void };

/** How much off the hours that run today, and for how long; nothing off stands for no commitment. */
export function CommitmentEditor({ settingKey, commitment, onClose }: Props) {
  const t = useTranslations("costsheet.terms");
  const { discountShare, termMonths } = commitment ?? ONE_YEAR;
  return (
    <SettingForm
      settingKey={settingKey}
      title={t("commitment")}
      help={t("commitmentHelp")}
      fields={[
        { id: "discountShare", label: t("discount"), type: "percent" },
        { id: "termMonths", label: t("term"), type: "number" },
      ]}
      initial={{ discountShare: String(Math.round(discountShare * 1_000) / 10), termMonths: String(termMonths) }}
      toValue={(values) => values}
      onClose={onClose}
    />
  );
}

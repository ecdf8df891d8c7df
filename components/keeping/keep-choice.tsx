"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "use-intl";
import { KEEP_MONTHS, type KeepMonths, keepMonthsSchema } from "@/lib/domain/worksheet/retention";

type Props = { value: KeepMonths | null; onChange: (months: KeepMonths | null) => void; isBusy?: boolean };

/** How long a worksheet is kept, and what then happens, in words. */
export function KeepChoice({ value, onChange, isBusy = false }: Props) {
  const t = useTranslations("keeping.keep");
  return (
    <NativeSelect
      label={t("label")}
      description={t(value === null ? "hintOpen" : "hint")}
      inputWrapperOrder={["label", "input", "description"]}
      value={value ?? ""}
      disabled={isBusy}
      data={[{ value: "", label: t("open") }, ...KEEP_MONTHS.map((months) => ({ value: String(months), label: t("months", { months }) }))]}
      onChange={(event) => onChange(keepMonthsSchema.safeParse(Number(event.currentTarget.value)).data ?? null)}
    />
  );
}

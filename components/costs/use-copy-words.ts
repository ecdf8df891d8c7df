"use client";

import { useTranslations } from "use-intl";
import type { CopyWords } from "@/components/charts/copy-chart";

/** The words of the buttons that copy a chart. */
export function useCopyWords(): CopyWords {
  const t = useTranslations("costsheet.copy");
  return { svg: t("svg"), png: t("png"), said: { copied: t("copied"), saved: t("saved"), failed: t("failed") } };
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useWorkshop } from "@/lib/client/workshop/queries";

/** Who joined late and answers blind, so that nobody takes the counts for everybody's. */
export function BlindNote({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("differences");
  const format = useFormatter();
  const names = useWorkshop(worksheetId)?.blindNames ?? [];
  if (names.length === 0) return null;
  return <p className="small">{t("blind", { names: format.list(names), count: names.length })}</p>;
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

/** Says to everybody in a worksheet with a term when it is deleted. */
export function RetentionNote({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("keeping.keep");
  const format = useFormatter();
  if (worksheet.retention === null) return null;
  return (
    <p className="small">
      {t("until", { date: format.dateTime(new Date(worksheet.retention.until), { dateStyle: "long", timeZone: "UTC" }) })}
    </p>
  );
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

/** Says that the past of an imported worksheet is told by its file and was not seen here. */
export function ArrivalNote({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("keeping");
  const format = useFormatter();
  if (worksheet.arrival === null) return null;
  const { origin, at } = worksheet.arrival;
  return <p className="small">{t("imported", { origin, date: format.dateTime(new Date(at), { dateStyle: "long" }) })}</p>;
}

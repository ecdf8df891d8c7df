"use client";

import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { WebhooksPart } from "./webhooks-part";

/** The webhooks of a worksheet that stands alone; in a space they are the space's. */
export function WebhooksScreen({ id }: { id: string }) {
  const t = useTranslations("webhooks");
  const worksheet = useWorksheet(id);
  const isOurs = worksheet.you.role === "facilitator" && worksheet.space === null;
  return (
    <Column>
      <h1>{t("screen")}</h1>
      {isOurs ? (
        <WebhooksPart owner={`/worksheets/${id}`} />
      ) : (
        <p className="quiet">{t(worksheet.space === null ? "notYours" : "inSpace")}</p>
      )}
    </Column>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import table from "@/components/ui/data-table.module.css";
import { ErrorNote } from "@/components/ui/error-note";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TableHead } from "@/components/ui/table-head";
import { useRedeliver } from "@/lib/client/webhooks/mutations";
import type { HookOwner } from "@/lib/client/webhooks/queries";
import type { DeliveryView, WebhookView } from "@/lib/domain/space/webhooks";
import classes from "./webhooks.module.css";

const SYMBOLS = { waiting: "…", delivered: "✓", failed: "!" } as const;

/** What was sent to one address, the latest first; what ended can be sent again. */
export function DeliveryTable({ owner, webhook }: { owner: HookOwner; webhook: WebhookView }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const redeliver = useRedeliver(owner);
  if (webhook.deliveries.length === 0) return <p className={`small ${classes.none}`}>{t("none")}</p>;
  const time = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "short", timeStyle: "short" });
  return (
    <>
      <ScrollRegion label={t("deliveries")}>
        <table className={table.table}>
          <caption className="small">{t("deliveries")}</caption>
          <TableHead columns={["what", "when", "state", "answer", "tries"]} word={(column) => t(`column.${column}`)}>
            <td />
          </TableHead>
          <tbody>
            {webhook.deliveries.map((delivery) => (
              <tr key={delivery.id}>
                <th scope="row">{t(`event.${delivery.event.replace(".", "_")}`)}</th>
                <td>{time(delivery.at)}</td>
                <td className={classes.state}>
                  <span aria-hidden="true">{SYMBOLS[delivery.state]}</span> {t(`state.${delivery.state}`)}
                </td>
                <td>{answerOf(delivery)}</td>
                <td>{delivery.attempts}</td>
                <td>
                  {delivery.state !== "waiting" && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t("againOne", { when: time(delivery.at) })}
                      onClick={() => redeliver.mutate({ webhookId: webhook.id, deliveryId: delivery.id })}
                    >
                      {t("again")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ErrorNote error={redeliver.error} />
    </>
  );

  function answerOf({ lastStatus, lastError, attempts }: DeliveryView): string {
    if (attempts === 0) return "–";
    if (lastStatus !== null) return t("status", { status: String(lastStatus) });
    return lastError !== null && t.has(`error.${lastError}`) ? t(`error.${lastError}`) : t("error.webhook_unreachable");
  }
}

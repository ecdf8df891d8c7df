"use client";

import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { AskFirst } from "@/components/ui/ask-first";
import { ErrorNote } from "@/components/ui/error-note";
import { usePing, useRemoveWebhook } from "@/lib/client/webhooks/mutations";
import { type HookOwner, webhookQueries } from "@/lib/client/webhooks/queries";
import type { WebhookView } from "@/lib/domain/space/webhooks";
import { DeliveryTable } from "./delivery-table";
import { NewWebhookForm } from "./new-webhook-form";
import classes from "./webhooks.module.css";

/** The addresses that are told, what was last sent to each, and a way to add one. */
export function WebhooksPart({ owner }: { owner: HookOwner }) {
  const t = useTranslations("webhooks");
  const { data, error } = useQuery(webhookQueries.list(owner));
  return (
    <section aria-labelledby="webhooks-title">
      <h2 id="webhooks-title">{t("title")}</h2>
      <p className={`quiet ${classes.hint}`}>{t("hint")}</p>
      {!data && !error && <Skeleton height={160} />}
      <ErrorNote error={data ? null : error} />
      {data && (
        <ul className={classes.list}>
          {data.webhooks.map((webhook) => (
            <Webhook key={webhook.id} owner={owner} webhook={webhook} />
          ))}
        </ul>
      )}
      <NewWebhookForm owner={owner} />
    </section>
  );
}

function Webhook({ owner, webhook }: { owner: HookOwner; webhook: WebhookView }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const ping = usePing(owner);
  const remove = useRemoveWebhook(owner);
  const date = format.dateTime(new Date(webhook.createdAt), { dateStyle: "medium" });
  return (
    <li className={classes.card}>
      <p className={classes.url} dir="ltr">
        {webhook.url}
      </p>
      <p className="small">
        {format.list(webhook.events.map((event) => t(`event.${event.replace(".", "_")}`)))} · {t("added", { by: webhook.by, date })}
      </p>
      <DeliveryTable owner={owner} webhook={webhook} />
      <div className={classes.row}>
        <Button variant="default" loading={ping.isPending} onClick={() => ping.mutate(webhook.id)}>
          {t("ping")}
        </Button>
        <AskFirst words={t("remove")} text={t("removeText")} isPending={remove.isPending} onYes={() => remove.mutate(webhook.id)} />
      </div>
      <ErrorNote error={ping.error ?? remove.error} />
    </li>
  );
}

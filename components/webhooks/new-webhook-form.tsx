"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { useAddWebhook } from "@/lib/client/webhooks/mutations";
import type { HookOwner } from "@/lib/client/webhooks/queries";
import { isHookUrl, type WebhookEvent, webhookEventSchema } from "@/lib/domain/space/webhooks";
import classes from "./webhooks.module.css";

/** An address and what it is told; afterwards the secret, this once. */
export function NewWebhookForm({ owner }: { owner: HookOwner }) {
  const t = useTranslations("webhooks");
  const add = useAddWebhook(owner);
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<WebhookEvent[]>(["trigger.fired"]);
  const [isWrong, setIsWrong] = useState(false);
  const isRefused = add.error instanceof ApiError && add.error.errors.some(({ path }) => path === "url");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsWrong(!isHookUrl(url.trim()) || events.length === 0);
    if (isHookUrl(url.trim()) && events.length > 0) add.mutate({ url: url.trim(), events }, { onSuccess: () => setUrl("") });
  };
  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      <TextInput
        label={t("url")}
        placeholder={t("urlExample")}
        inputMode="url"
        dir="ltr"
        value={url}
        error={errorText()}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t("events")}
        className={classes.events}
        value={events}
        onChange={(value) => setEvents(value as WebhookEvent[])}
      >
        {webhookEventSchema.options.map((event) => (
          <Checkbox key={event} value={event} label={t(`event.${event.replace(".", "_")}`)} className={classes.event} />
        ))}
      </Checkbox.Group>
      <div className={classes.row}>
        <Button type="submit" loading={add.isPending}>
          {t("add")}
        </Button>
      </div>
      {!isRefused && <ErrorNote error={add.error} />}
      {add.data && (
        <div className={classes.secret} role="status">
          <p>{t("secret")}</p>
          <div className={classes.row}>
            <code className={classes.code} dir="ltr">
              {add.data.secret}
            </code>
            <CopyButton text={add.data.secret} said={t("secretCopied")} />
          </div>
        </div>
      )}
    </form>
  );

  function errorText(): string | null {
    if (isRefused) return t("refused");
    return isWrong ? t("wrong") : null;
  }
}

"use client";

import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { SecretLink } from "@/components/ui/secret-link";
import { useCreateFeed, useRevokeFeed } from "@/lib/client/webhooks/mutations";
import { webhookQueries } from "@/lib/client/webhooks/queries";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./webhooks.module.css";

/** Secret addresses from which calendars read the space's days to look again. */
export function FeedsPart({ spaceId }: { spaceId: string }) {
  const t = useTranslations("webhooks.feeds");
  const format = useFormatter();
  const { data, error } = useQuery(webhookQueries.feeds(spaceId));
  const create = useCreateFeed(spaceId);
  const revoke = useRevokeFeed(spaceId);
  const [name, setName] = useState("");
  const date = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") create.mutate(name.trim(), { onSuccess: () => setName("") });
  };
  return (
    <section aria-labelledby="feeds-title">
      <h2 id="feeds-title">{t("title")}</h2>
      <p className={`quiet ${classes.hint}`}>{t("hint")}</p>
      <ul className={classes.list}>
        {data?.feeds.map((feed) => (
          <li key={feed.id} className={classes.line}>
            <span>
              {feed.name}
              <br />
              <span className="small">
                {t("made", { by: feed.by, date: date(feed.createdAt) })} ·{" "}
                {feed.lastUsedAt === null ? t("unused") : t("used", { date: date(feed.lastUsedAt) })}
              </span>
            </span>
            <Button variant="subtle" color="red" aria-label={t("revokeOne", { name: feed.name })} onClick={() => revoke.mutate(feed.id)}>
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
      <form className={classes.card} onSubmit={submit}>
        <TextInput label={t("name")} maxLength={TEXT_LIMITS.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <div className={classes.row}>
          <Button type="submit" variant="default" loading={create.isPending}>
            {t("create")}
          </Button>
        </div>
        {create.data && (
          <div className={classes.secret} role="status">
            <p>{t("secret")}</p>
            <SecretLink link={create.data.url} what={t("what")} said={t("copied")} />
          </div>
        )}
      </form>
      <ErrorNote error={create.error ?? revoke.error ?? (data ? null : error)} />
    </section>
  );
}

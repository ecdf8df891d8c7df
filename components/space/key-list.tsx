"use client";

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { AskFirst } from "@/components/ui/ask-first";
import { ErrorNote } from "@/components/ui/error-note";
import { useRevokeKey } from "@/lib/client/space/mutations";
import { spaceQueries } from "@/lib/client/space/queries";
import { type ApiKeyView, isLiveKey } from "@/lib/domain/space/api-keys";
import classes from "./space.module.css";

export function KeyList({ spaceId }: { spaceId: string }) {
  const t = useTranslations("space.key");
  const { data, error } = useQuery(spaceQueries.keys(spaceId));
  if (error && !data) return <ErrorNote error={error} />;
  if (!data) return <Skeleton height={104} />;
  if (data.keys.length === 0) return <p className="small">{t("none")}</p>;
  return (
    <ul className={classes.list} aria-label={t("list")}>
      {data.keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} spaceId={spaceId} />
      ))}
    </ul>
  );
}

function KeyRow({ apiKey, spaceId }: { apiKey: ApiKeyView; spaceId: string }) {
  const t = useTranslations("space.key");
  const format = useFormatter();
  const now = useNow();
  const revoke = useRevokeKey(spaceId);
  const isLive = isLiveKey(apiKey, now.toISOString());
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return (
    <li className={classes.row} data-over={!isLive || undefined}>
      <span className={classes.what}>
        <b>{apiKey.name}</b> <span className="small">…{apiKey.ending}</span>
        <br />
        <span className="small">{apiKey.scopes.map((scope) => t(`scope.${scope.replace(":", "_")}`)).join(" · ")}</span>
        <br />
        <span className="small">
          {t("made", { by: apiKey.by, when: date(apiKey.createdAt) })} · {stateText()} ·{" "}
          {apiKey.lastUsedAt
            ? t("used", { when: format.dateTime(new Date(apiKey.lastUsedAt), { dateStyle: "medium", timeStyle: "short" }) })
            : t("unused")}
        </span>
      </span>
      {isLive && (
        <AskFirst
          words={t("revoke")}
          text={t("revokeText", { name: apiKey.name })}
          isPending={revoke.isPending}
          onYes={() => revoke.mutate(apiKey.id)}
        >
          <ErrorNote error={revoke.error} />
        </AskFirst>
      )}
    </li>
  );

  function stateText() {
    if (apiKey.revokedAt) return t("revoked", { when: date(apiKey.revokedAt) });
    if (apiKey.expiresAt === null) return t("endless");
    return t(isLive ? "until" : "expired", { when: date(apiKey.expiresAt) });
  }
}

"use client";

import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useRevokeLink } from "@/lib/client/share/mutations";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import type { LinkView } from "@/lib/domain/share/schema";
import classes from "./settings-screen.module.css";

export function LinkList({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("share");
  const { data, error } = useQuery(worksheetQueries.links(worksheetId));
  if (error && !data) return <ErrorNote error={error} />;
  if (!data) return <Skeleton height={160} />;
  if (data.links.length === 0) return <p className="quiet">{t("empty")}</p>;
  return (
    <ul className={classes.list}>
      {data.links.map((link) => (
        <LinkRow key={link.id} link={link} worksheetId={worksheetId} />
      ))}
    </ul>
  );
}

/** Asks in place before switching off: whoever came in by the link is out at once. */
function LinkRow({ link, worksheetId }: { link: LinkView; worksheetId: string }) {
  const t = useTranslations();
  const format = useFormatter();
  const [isAsking, setIsAsking] = useState(false);
  const revoke = useRevokeLink(worksheetId);
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const kind = t(`share.${link.kind}.name`);
  return (
    <li className={classes.row} data-revoked={link.revokedAt !== null || undefined}>
      <span className={classes.what}>
        <b>{kind}</b> {link.name && t("share.for", { name: link.name })}
        <br />
        <span className="small">{historyText()}</span>
      </span>
      {link.revokedAt === null && !isAsking && (
        <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
          {t("share.revoke")}
        </Button>
      )}
      {isAsking && link.revokedAt === null && (
        <div className={classes.ask}>
          <p className="small">{t("share.revokeText", { kind })}</p>
          <div className={classes.actions}>
            <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate(link.id)}>
              {t("share.revoke")}
            </Button>
            <Button variant="default" onClick={() => setIsAsking(false)}>
              {t("common.cancel")}
            </Button>
          </div>
          <ErrorNote error={revoke.error} />
        </div>
      )}
    </li>
  );

  function historyText() {
    if (link.revokedAt) return t("share.revoked", { when: date(link.revokedAt) });
    const used = link.lastUsedAt ? t("share.lastUsed", { when: date(link.lastUsedAt) }) : t("share.neverUsed");
    return `${t("share.created", { when: date(link.createdAt) })} · ${used}`;
  }
}

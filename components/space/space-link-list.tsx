"use client";

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { AskFirst } from "@/components/ui/ask-first";
import { ErrorNote } from "@/components/ui/error-note";
import { useRevokeSpaceLink } from "@/lib/client/space/mutations";
import { spaceQueries } from "@/lib/client/space/queries";
import type { SpaceLinkView } from "@/lib/domain/space/schema";
import classes from "./space.module.css";

/** Every link that opens the space, the dead ones last. */
export function SpaceLinkList({ spaceId }: { spaceId: string }) {
  const { data, error } = useQuery(spaceQueries.links(spaceId));
  if (error && !data) return <ErrorNote error={error} />;
  if (!data) return <Skeleton height={160} />;
  const links = data.links.toSorted((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null));
  return (
    <ul className={classes.list}>
      {links.map((link) => (
        <LinkRow key={link.id} link={link} spaceId={spaceId} />
      ))}
    </ul>
  );
}

function LinkRow({ link, spaceId }: { link: SpaceLinkView; spaceId: string }) {
  const t = useTranslations("space.link");
  const format = useFormatter();
  const revoke = useRevokeSpaceLink(spaceId);
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const kind = t(`${link.kind}.name`);
  return (
    <li className={classes.row} data-over={link.revokedAt !== null || undefined}>
      <span className={classes.what}>
        <b>{kind}</b> {link.name && t("for", { name: link.name })}
        <br />
        <span className="small">{historyText()}</span>
      </span>
      {link.revokedAt === null && (
        <AskFirst words={t("revoke")} text={t("revokeText", { kind })} isPending={revoke.isPending} onYes={() => revoke.mutate(link.id)}>
          <ErrorNote error={revoke.error} />
        </AskFirst>
      )}
    </li>
  );

  function historyText() {
    if (link.revokedAt) return t("revoked", { when: date(link.revokedAt) });
    return link.lastUsedAt
      ? t("used", { made: date(link.createdAt), when: date(link.lastUsedAt) })
      : t("unused", { made: date(link.createdAt) });
  }
}

"use client";

import { useTranslations } from "use-intl";
import { SpaceShell } from "@/components/space/space-shell";
import { Column } from "@/components/ui/column";
import type { SpaceView } from "@/lib/domain/space/schema";
import { FeedsPart } from "./feeds-part";
import classes from "./webhooks.module.css";
import { WebhooksPart } from "./webhooks-part";

/** How a space reaches other systems: calendars that read its days, addresses that are told. */
export function SpaceConnectionsScreen({ space }: { space: SpaceView }) {
  const t = useTranslations("webhooks");
  const { role } = space.you;
  return (
    <SpaceShell id={space.id} name={space.name} current="settings">
      <Column>
        <div className={classes.page}>
          <h1>{t("spaceScreen")}</h1>
          {role === "observer" ? <p className="quiet">{t("notYours")}</p> : <FeedsPart spaceId={space.id} />}
          {role === "facilitator" && <WebhooksPart owner={`/spaces/${space.id}`} />}
        </div>
      </Column>
    </SpaceShell>
  );
}

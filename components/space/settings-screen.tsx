"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import type { SpaceView } from "@/lib/domain/space/schema";
import { routes } from "@/lib/routes";
import { DeleteSpace } from "./delete-space";
import { KeyList } from "./key-list";
import { NewKeyForm } from "./new-key-form";
import { NumberingPart } from "./numbering-part";
import classes from "./space.module.css";
import { SpaceForm } from "./space-form";
import { SpaceShell } from "./space-shell";
import { useSpace } from "./use-space";

/** Name and language, the numbering with its gaps, and the keys for scripts. */
export function SpaceSettingsScreen({ space: initial }: { space: SpaceView }) {
  const t = useTranslations("space.settings");
  const space = useSpace(initial);
  const isFacilitator = space.you.role === "facilitator";
  return (
    <SpaceShell id={space.id} name={space.name} current="settings">
      <Column>
        <div className={classes.page}>
          <h1>{t("title")}</h1>
          {isFacilitator ? <SpaceForm space={space} /> : <p className="quiet">{t("readOnly")}</p>}
          <NumberingPart space={space} />
          {space.you.role !== "observer" && (
            <section className={classes.part} aria-labelledby="connections">
              <h2 id="connections">{t("connections")}</h2>
              <p>
                <Link href={routes.spaceWebhooks(space.id)} prefetch={false}>
                  {t("connectionsLink")}
                </Link>
              </p>
            </section>
          )}
          {isFacilitator && (
            <section className={classes.part} aria-labelledby="keys">
              <h2 id="keys">{t("keys")}</h2>
              <p className="quiet">{t("keysHint")}</p>
              <NewKeyForm spaceId={space.id} />
              <KeyList spaceId={space.id} />
            </section>
          )}
          {isFacilitator && <DeleteSpace space={space} />}
        </div>
      </Column>
    </SpaceShell>
  );
}

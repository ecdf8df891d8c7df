"use client";

import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import type { SpaceView } from "@/lib/domain/space/schema";
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
          {isFacilitator && (
            <section className={classes.part} aria-labelledby="keys">
              <h2 id="keys">{t("keys")}</h2>
              <p className="quiet">{t("keysHint")}</p>
              <NewKeyForm spaceId={space.id} />
              <KeyList spaceId={space.id} />
            </section>
          )}
        </div>
      </Column>
    </SpaceShell>
  );
}

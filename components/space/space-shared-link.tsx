"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { SecretLink } from "@/components/ui/secret-link";
import { useKeptLinks } from "@/lib/client/share/kept-links";
import { useMakeSpaceLink } from "@/lib/client/space/mutations";
import type { SpaceRole } from "@/lib/domain/space/schema";
import classes from "./space.module.css";

/** A link that many may use. Shown while this tab knows it; afterwards only a new one can be made. */
export function SpaceSharedLink({ spaceId, kind }: { spaceId: string; kind: SpaceRole }) {
  const t = useTranslations("space.link");
  const link = useKeptLinks(spaceId)[kind];
  const make = useMakeSpaceLink(spaceId);
  return (
    <div className={classes.part}>
      <div>
        <h3>{t(`${kind}.name`)}</h3>
        <p className="small">{t(`${kind}.gives`)}</p>
      </div>
      {link ? <SecretLink link={link} what={t(`${kind}.name`)} said={t("copied")} /> : <p className="small">{t("unknown")}</p>}
      <div className={classes.actions}>
        {!link && (
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate({ kind, revokeOld: false })}>
            {t("make")}
          </Button>
        )}
        <Button variant="subtle" loading={make.isPending} onClick={() => make.mutate({ kind, revokeOld: true })}>
          {t("replace")}
        </Button>
      </div>
      <ErrorNote error={make.error} />
    </div>
  );
}

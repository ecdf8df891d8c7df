"use client";

import { Button } from "@mantine/core";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { SecretLink } from "@/components/ui/secret-link";
import { useKeptLinks } from "@/lib/client/share/kept-links";
import { useMakeLink } from "@/lib/client/share/mutations";
import classes from "./share-dialog.module.css";

type Props = {
  worksheetId: string;
  kind: "facilitator" | "member" | "observer";
  /** Replacing ends sessions, so it is offered where links are managed, not where they are handed out. */
  canReplace?: boolean;
};

/** One shared link with what it gives. A tab that does not know it any more can make another. */
export function SharedLink({ worksheetId, kind, canReplace = false }: Props) {
  const t = useTranslations("share");
  const link = useKeptLinks(worksheetId)[kind];
  const make = useMakeLink(worksheetId);
  const hintId = useId();
  const makeNew = (revokeOld: boolean) =>
    make.mutate({ kind, revokeOld }, { onSuccess: () => announce(t(revokeOld ? "replaced" : "made")) });
  return (
    <section className={classes.link}>
      <h3>{t(`${kind}.name`)}</h3>
      <p className="small">{t(`${kind}.gives`)}</p>
      {link ? <SecretLink link={link} what={t(`${kind}.name`)} said={t(`${kind}.copied`)} /> : <p className="small">{t("unknown")}</p>}
      {(canReplace || !link) && (
        <div className={classes.make}>
          {!link && (
            <Button variant="default" loading={make.isPending} onClick={() => makeNew(false)}>
              {t("makeNew")}
            </Button>
          )}
          {canReplace && (
            <>
              <Button variant="subtle" loading={make.isPending} onClick={() => makeNew(true)} aria-describedby={hintId}>
                {t("replace")}
              </Button>
              <span className="tiny" id={hintId}>
                {t("replaceHint")}
              </span>
            </>
          )}
        </div>
      )}
      <ErrorNote error={make.error} />
    </section>
  );
}

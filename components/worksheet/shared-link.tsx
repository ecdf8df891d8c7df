"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { SecretLink } from "@/components/ui/secret-link";
import { useKeptLinks } from "@/lib/client/share/kept-links";
import { useMakeLink } from "@/lib/client/share/mutations";
import classes from "./share-dialog.module.css";

type Props = { worksheetId: string; kind: "facilitator" | "member" | "observer" };

/** One shared link with what it gives. A tab that does not know it any more can only replace it, and says what that costs. */
export function SharedLink({ worksheetId, kind }: Props) {
  const t = useTranslations("share");
  const link = useKeptLinks(worksheetId)[kind];
  const make = useMakeLink(worksheetId);
  return (
    <section className={classes.link}>
      <h3>{t(`${kind}.name`)}</h3>
      <p className="small">{t(`${kind}.gives`)}</p>
      {link ? (
        <SecretLink link={link} what={t(`${kind}.name`)} said={t(`${kind}.copied`)} />
      ) : (
        <>
          <p className="small">
            {t("unknown")} {t("makeNewHint")}
          </p>
          <div>
            <Button variant="default" loading={make.isPending} onClick={() => make.mutate(kind, { onSuccess: () => announce(t("made")) })}>
              {t("makeNew")}
            </Button>
          </div>
        </>
      )}
      <ErrorNote error={make.error} />
    </section>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorNote } from "@/components/ui/error-note";
import { useMakeJoinCode } from "@/lib/client/share/mutations";
import classes from "./share-dialog.module.css";

export function JoinCode({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("share");
  const format = useFormatter();
  const make = useMakeJoinCode(worksheetId);
  return (
    <section className={classes.link}>
      <h3>{t("code")}</h3>
      <p className="small">{t("codeHint")}</p>
      {make.data ? (
        <div className={classes.code}>
          <span className={classes.letters}>{make.data.code}</span>
          <CopyButton text={make.data.code} said={t("codeCopied")} />
          <span className="small">
            {t("codeUntil", { time: format.dateTime(new Date(make.data.expiresAt), { timeStyle: "short", timeZone: localZone() }) })}
          </span>
        </div>
      ) : (
        <div>
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
            {t("makeCode")}
          </Button>
        </div>
      )}
      <ErrorNote error={make.error} />
    </section>
  );
}

/** A code lives for hours, so its end is told in the reader's own time. Never rendered on the server. */
const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

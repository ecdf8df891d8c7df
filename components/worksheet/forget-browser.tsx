"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { countKeptDrafts } from "@/lib/client/share/kept-drafts";
import { useForgetBrowser } from "@/lib/client/share/mutations";
import classes from "./forget-browser.module.css";

/** Asks in place: leaving is undone only by a link, and people often do not have theirs at hand. */
export function ForgetBrowser() {
  const t = useTranslations();
  const [isAsking, setIsAsking] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const forget = useForgetBrowser();
  const ask = async () => {
    setWaiting(await countKeptDrafts());
    setIsAsking(true);
  };
  if (!isAsking) {
    return (
      <Button variant="default" className={classes.open} onClick={() => void ask()}>
        {t("worksheet.menu.leave")}
      </Button>
    );
  }
  return (
    <section className={classes.ask}>
      <h3>{t("worksheet.menu.leaveTitle")}</h3>
      <p className="small">{t("worksheet.menu.leaveText")}</p>
      {waiting > 0 ? <p>{t("worksheet.menu.leaveWaiting", { count: waiting })}</p> : null}
      <div className={classes.actions}>
        <Button color="red" loading={forget.isPending} onClick={() => forget.mutate()}>
          {t("worksheet.menu.leaveYes")}
        </Button>
        <Button variant="default" onClick={() => setIsAsking(false)}>
          {t("common.cancel")}
        </Button>
      </div>
      <ErrorNote error={forget.error} />
    </section>
  );
}

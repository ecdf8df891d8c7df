"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { useMakePasskey } from "@/lib/client/sign-off/mutations";
import { RefusalNote } from "./refusal-note";
import classes from "./sign-off.module.css";

type Props = { worksheetId: string; count: number; label: string; isPending: boolean; onSign: () => void };

/** Two steps the first time, each with a press of its own: some browsers ask the device only once per press. */
export function PasskeySigning({ worksheetId, count, label, isPending, onSign }: Props) {
  const t = useTranslations("sign.verdict");
  const make = useMakePasskey(worksheetId);
  return (
    <section className={classes.link} aria-label={t("passkeyHeading")}>
      <strong>{t("passkeyHeading")}</strong>
      <p className="small">{count === 0 ? t("passkeyWhy") : t("passkeyMade")}</p>
      <div className={classes.row}>
        {count === 0 ? (
          <Button loading={make.isPending} onClick={() => make.mutate(undefined, { onSuccess: () => announce(t("passkeyMade")) })}>
            {t("passkeyMake")}
          </Button>
        ) : (
          <Button loading={isPending} onClick={onSign}>
            {label}
          </Button>
        )}
      </div>
      <RefusalNote error={make.error} />
    </section>
  );
}

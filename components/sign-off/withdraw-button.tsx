"use client";

import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWithdrawRevision } from "@/lib/client/sign-off/mutations";
import classes from "./sign-off.module.css";

/** "Make changes": says what it does to the approvals before it does it. */
export function WithdrawButton({ worksheetId, n }: { worksheetId: string; n: number }) {
  const t = useTranslations("sign");
  const withdraw = useWithdrawRevision(worksheetId);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("freeze.withdraw")}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t("withdraw.title", { n })}>
        <p>{t("withdraw.body")}</p>
        <div className={classes.row}>
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(n, { onSuccess: () => setAsking(false) })}>
            {t("withdraw.confirm")}
          </Button>
          <Button variant="subtle" onClick={() => setAsking(false)}>
            {t("withdraw.cancel")}
          </Button>
        </div>
        <ErrorNote error={withdraw.error} />
      </Modal>
    </>
  );
}

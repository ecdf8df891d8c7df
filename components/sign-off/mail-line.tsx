"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useAskByMail } from "@/lib/client/sign-off/mutations";
import type { SignOffView } from "@/lib/domain/sign-off/schema";
import { RefusalNote } from "./refusal-note";
import classes from "./sign-off.module.css";

type Asked = SignOffView["approvers"][number];

/** What became of the mail to one approver, and the way to send another. */
export function MailLine({ worksheetId, asked }: { worksheetId: string; asked: Asked }) {
  const t = useTranslations("sign.approvers");
  const ask = useAskByMail(worksheetId);
  const [email, setEmail] = useState<string | null>(null);
  const send = (address: string) => ask.mutate({ approverId: asked.id, email: address }, { onSuccess: () => setEmail(null) });
  return (
    <>
      {asked.mail !== null && <MailState mail={asked.mail} />}
      {email === null ? (
        <Button size="xs" variant="default" onClick={() => setEmail(asked.email ?? "")}>
          {asked.mail === null ? t("mail") : t("mailAgain")}
        </Button>
      ) : (
        <form
          className={classes.inline}
          onSubmit={(event) => {
            event.preventDefault();
            send(email);
          }}
        >
          <TextInput type="email" required label={t("mailTo")} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
          <Button type="submit" size="sm" loading={ask.isPending}>
            {t("mailSend")}
          </Button>
        </form>
      )}
      <RefusalNote error={ask.error} />
    </>
  );
}

function MailState({ mail: { state, error, at, nextAttemptAt } }: { mail: NonNullable<Asked["mail"]> }) {
  const t = useTranslations("sign.approvers");
  const format = useFormatter();
  const time = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium", timeStyle: "short" });
  const words = error === null || state === "done" ? null : t(t.has(`mailError.${error}`) ? `mailError.${error}` : "mailError.other");
  return (
    <p className={`small ${classes.mail}`} data-state={state} role="status">
      {t(`mailState.${state === "queued" && error !== null ? "waiting" : state}`, { at: time(at) })}
      {words !== null && `. ${words}`} {nextAttemptAt !== null && t("mailRetry", { at: time(nextAttemptAt) })}
    </p>
  );
}

"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDelegate, useTakeBack } from "@/lib/client/sign-off/mutations";
import { personNameSchema } from "@/lib/domain/text";
import { PersonalLink } from "./personal-link";
import { RefusalNote } from "./refusal-note";
import classes from "./sign-off.module.css";

/** An approver hands their place on, and gets the link to pass on. `delegate` is who has it already. */
export function DelegatePanel({ worksheetId, delegate }: { worksheetId: string; delegate: string | null }) {
  const t = useTranslations("sign.delegate");
  const hand = useDelegate(worksheetId);
  const back = useTakeBack(worksheetId);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [shown, setShown] = useState<{ name: string; link: string } | null>(null);
  const parsed = personNameSchema.safeParse(name);
  const submit = () => {
    if (!parsed.success) return;
    hand.mutate(parsed.data, { onSuccess: ({ link }) => setShown({ name: parsed.data, link: link ?? "" }) });
  };
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{delegate === null ? t("heading") : t("done", { delegate })}</h2>
      {shown !== null && <PersonalLink name={shown.name} link={shown.link} onDone={() => setShown(null)} />}
      {delegate === null && <p className={classes.text}>{t("body")}</p>}
      {delegate === null && isOpen && (
        <form
          className={classes.inline}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextInput label={t("name")} value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" />
          <Button type="submit" disabled={!parsed.success} loading={hand.isPending}>
            {t("action")}
          </Button>
          <Button variant="subtle" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
        </form>
      )}
      <div className={classes.row}>
        {delegate === null && !isOpen && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t("open")}
          </Button>
        )}
        {delegate !== null && (
          <Button variant="default" loading={back.isPending} onClick={() => back.mutate(undefined, { onSuccess: () => setShown(null) })}>
            {t("back")}
          </Button>
        )}
      </div>
      <RefusalNote error={hand.error ?? back.error} />
    </section>
  );
}

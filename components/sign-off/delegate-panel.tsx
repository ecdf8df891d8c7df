"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDelegate, useTakeBack } from "@/lib/client/sign-off/mutations";
import { personNameSchema } from "@/lib/domain/text";
import { PersonalLink } from "./personal-link";
import { RefusalNote } from "./refusal-note";
import classes from "./sign-off.module.css";

export type HandedOn = { name: string; link: string };
type Props = { worksheetId: string; delegate: string | null; shown: HandedOn | null; onShown: (shown: HandedOn | null) => void };

/**
 * An approver hands their place on, and gets the link to pass on. `delegate` is who has it already. `shown` is held by the
 * screen: the link comes once, and what stands around it changes as soon as the place has gone.
 */
export function DelegatePanel({ worksheetId, delegate, shown, onShown }: Props) {
  const t = useTranslations("sign.delegate");
  const hand = useDelegate(worksheetId);
  const back = useTakeBack(worksheetId);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const parsed = personNameSchema.safeParse(name);
  const submit = () => {
    if (!parsed.success) return;
    // Not a callback of mutate(): that is dropped when this panel goes as soon as the place has gone.
    void hand.mutateAsync(parsed.data).then(
      ({ link }) => onShown({ name: parsed.data, link: link ?? "" }),
      () => undefined,
    );
  };
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{delegate === null ? t("heading") : t("done", { delegate })}</h2>
      {shown !== null && <PersonalLink name={shown.name} link={shown.link} onDone={() => onShown(null)} />}
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
          <Button variant="default" loading={back.isPending} onClick={() => back.mutate(undefined, { onSuccess: () => onShown(null) })}>
            {t("back")}
          </Button>
        )}
      </div>
      <RefusalNote error={hand.error ?? back.error} />
    </section>
  );
}

"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useAddApprover } from "@/lib/client/sign-off/mutations";
import { personNameSchema } from "@/lib/domain/text";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { PersonalLink } from "./personal-link";
import classes from "./sign-off.module.css";

/** Names a person who must approve; their link is shown this once. */
export function AddApprover({ view, isMailOn }: { view: WorksheetView; isMailOn: boolean }) {
  const t = useTranslations("sign.approvers");
  const add = useAddApprover(view.id);
  const [name, setName] = useState("");
  const [shown, setShown] = useState<{ name: string; link: string } | null>(null);
  const [email, setEmail] = useState("");
  const parsed = personNameSchema.safeParse(name);
  const isBadAddress = email.trim() !== "" && !/^\S+@\S+\.\S+$/u.test(email.trim());
  const isSelfNamed = view.approvers.some((approver) => approver.isYou);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!parsed.success || isBadAddress) return;
    add.mutate(
      { name: parsed.data, ...(email.trim() === "" ? {} : { email: email.trim() }) },
      {
        onSuccess: ({ link }) => {
          setName("");
          setEmail("");
          if (link !== null) setShown({ name: parsed.data, link });
        },
      },
    );
  }

  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{t("addHeading")}</h2>
      <form onSubmit={submit}>
        <TextInput label={t("nameLabel")} value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" />
        {isMailOn && (
          <TextInput
            mt={12}
            type="email"
            label={t("emailLabel")}
            description={t("emailHint")}
            error={isBadAddress && t("emailBad")}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        <div className={classes.row}>
          <Button
            type="submit"
            variant={view.approvers.length === 0 ? "filled" : "default"}
            disabled={!parsed.success}
            loading={add.isPending}
          >
            {t("add")}
          </Button>
          {!isSelfNamed && (
            <Button variant="subtle" onClick={() => add.mutate({ self: true })} disabled={add.isPending}>
              {t("self")}
            </Button>
          )}
        </div>
        <p className={`tiny ${classes.note}`}>
          {t("proof")} {!isMailOn && t("noMail")} {!isSelfNamed && t("selfNote")}
        </p>
      </form>
      <ErrorNote error={add.error} />
      {shown && <PersonalLink name={shown.name} link={shown.link} onDone={() => setShown(null)} />}
    </section>
  );
}

"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { type JoinCredential, parseJoinText, passToJoinPage } from "@/lib/client/share/join-credential";
import { routes } from "@/lib/routes";
import classes from "./join-code-form.module.css";

/** Takes a code or a pasted link. Without `onOpen` it goes on to the join page. */
export function JoinCodeForm({ onOpen, isPending = false }: { onOpen?: (credential: JoinCredential) => void; isPending?: boolean }) {
  const t = useTranslations("join");
  const router = useRouter();
  const form = useForm({ defaultValues: { code: "" } });
  const error = form.formState.errors.code;

  const submit = form.handleSubmit(({ code }) => {
    const credential = parseJoinText(code);
    if (credential === null) return;
    if (onOpen) return onOpen(credential);
    passToJoinPage(credential);
    router.push(routes.join());
  });
  return (
    <form method="post" className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        {...form.register("code", { validate: (text) => parseJoinText(text) !== null || t("codeMissing") })}
        label={t("code")}
        description={t("codeHint")}
        error={error?.message}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className={classes.field}
      />
      <Button type="submit" variant="default" loading={isPending} className={classes.open}>
        {t("codeOpen")}
      </Button>
    </form>
  );
}

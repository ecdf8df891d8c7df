"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { readOwnName, rememberOwnName } from "@/lib/client/share/own-name";
import { useStartWorksheet } from "@/lib/client/worksheet/mutations";
import { newWorksheetSchema } from "@/lib/domain/worksheet/inputs";
import { lintSentence } from "@/lib/domain/worksheet/sentence-lints";
import { routes } from "@/lib/routes";
import classes from "./start-form.module.css";

const startSchema = newWorksheetSchema.pick({ title: true, yourName: true });

export function StartForm() {
  const t = useTranslations("home");
  const router = useRouter();
  const start = useStartWorksheet();
  const form = useForm({ resolver: zodResolver(startSchema), defaultValues: { title: "", yourName: "" } });
  const { errors } = form.formState;
  const lints = lintSentence(form.watch("title"));

  useEffect(() => {
    // Storage is known only in the browser; the server renders the field empty.
    if (form.getValues("yourName") === "") form.setValue("yourName", readOwnName());
  }, [form]);

  const submit = form.handleSubmit((values) => {
    rememberOwnName(values.yourName);
    start.mutate(values, { onSuccess: ({ id }) => router.push(routes.worksheet(id)) });
  });
  const startOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form method="post" onSubmit={submit} noValidate>
      <Textarea
        {...form.register("title")}
        aria-label={t("sentence")}
        placeholder={t("sentencePlaceholder")}
        rows={1}
        error={errors.title && t("titleMissing")}
        onKeyDown={startOnEnter}
        classNames={{ input: classes.sentence }}
      />
      <p className={classes.hint}>{lints[0] ? t(`lint.${lints[0]}`) : t("hint")}</p>
      <div className={classes.row}>
        <TextInput
          {...form.register("yourName")}
          aria-label={t("name")}
          placeholder={t("name")}
          autoComplete="given-name"
          error={errors.yourName && t("nameMissing")}
          className={classes.name}
        />
        <Button type="submit" loading={start.isPending || start.isSuccess} className={classes.start}>
          {t("start")}
        </Button>
        <span className={`small ${classes.note}`}>{t("noAccount")}</span>
      </div>
      <ErrorNote error={start.error} />
    </form>
  );
}

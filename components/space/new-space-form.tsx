"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { readOwnName, rememberOwnName } from "@/lib/client/share/own-name";
import { useCreateSpace } from "@/lib/client/space/mutations";
import { newSpaceSchema } from "@/lib/domain/space/schema";
import { routes } from "@/lib/routes";
import classes from "./space.module.css";

const formSchema = newSpaceSchema.pick({ name: true, yourName: true });

export function NewSpaceForm() {
  const t = useTranslations("space.new");
  const router = useRouter();
  const language = useLocale();
  const create = useCreateSpace();
  const form = useForm({ resolver: zodResolver(formSchema), defaultValues: { name: "", yourName: "" } });
  const { errors } = form.formState;

  useEffect(() => {
    // Storage is known only in the browser; the server renders the field empty.
    if (form.getValues("yourName") === "") form.setValue("yourName", readOwnName());
  }, [form]);

  const submit = form.handleSubmit((values) => {
    rememberOwnName(values.yourName);
    create.mutate({ ...values, language }, { onSuccess: ({ id }) => router.push(routes.spacePeople(id)) });
  });
  return (
    <form method="post" className={classes.form} onSubmit={submit} noValidate>
      <TextInput {...form.register("name")} label={t("name")} description={t("nameHint")} error={errors.name && t("nameMissing")} />
      <TextInput
        {...form.register("yourName")}
        label={t("yourName")}
        autoComplete="given-name"
        error={errors.yourName && t("yourNameMissing")}
        className={classes.field}
      />
      <Button type="submit" loading={create.isPending || create.isSuccess}>
        {t("start")}
      </Button>
      <ErrorNote error={create.error} />
    </form>
  );
}

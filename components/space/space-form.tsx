"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { useChangeSpace } from "@/lib/client/space/mutations";
import { newSpaceSchema, type SpaceView } from "@/lib/domain/space/schema";
import classes from "./space.module.css";

/** Languages that the log's search can stem, and one for all others. */
const LANGUAGES = ["en", "de", "mul"] as const;

export function SpaceForm({ space }: { space: SpaceView }) {
  const t = useTranslations("space.settings");
  const change = useChangeSpace(space.id);
  const form = useForm({ defaultValues: { name: space.name, language: space.language } });
  const submit = form.handleSubmit((values) => change.mutate({ of: "settings", ...values }, { onSuccess: () => announce(t("saved")) }));
  const known: readonly string[] = LANGUAGES;
  const languages = known.includes(space.language) ? known : [space.language, ...known];
  return (
    <form method="post" className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        {...form.register("name", { validate: (name) => newSpaceSchema.shape.name.safeParse(name).success || t("nameMissing") })}
        label={t("name")}
        error={form.formState.errors.name?.message}
      />
      <NativeSelect
        {...form.register("language")}
        label={t("language")}
        description={t("languageHint")}
        className={classes.field}
        data={languages.map((value) => ({ value, label: t.has(`languages.${value}`) ? t(`languages.${value}`) : value }))}
      />
      <Button type="submit" variant="default" loading={change.isPending}>
        {t("save")}
      </Button>
      {change.isSuccess && <span className="small">{t("saved")}</span>}
      <ErrorNote error={change.error} />
    </form>
  );
}

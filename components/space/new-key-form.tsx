"use client";

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { Controller, useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorNote } from "@/components/ui/error-note";
import { useMakeKey } from "@/lib/client/space/mutations";
import { type KeyScope, keyScopeSchema } from "@/lib/domain/space/api-keys";
import classes from "./space.module.css";

type Entered = { name: string; scopes: KeyScope[]; days: string };
const LIFETIMES = ["30", "90", "365", "never"] as const;

/** Makes a key and shows it once. */
export function NewKeyForm({ spaceId }: { spaceId: string }) {
  const t = useTranslations("space.key");
  const make = useMakeKey(spaceId);
  const form = useForm<Entered>({ defaultValues: { name: "", scopes: ["read:log"], days: "90" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ name, scopes, days }) =>
    make.mutate({ name: name.trim(), scopes, days: days === "never" ? null : Number(days) }, { onSuccess: () => form.reset() }),
  );
  return (
    <>
      <form method="post" className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          {...form.register("name", { validate: (name) => (name.trim() !== "" && name.length <= 80) || t("nameMissing") })}
          label={t("name")}
          description={t("nameHint")}
          error={errors.name?.message}
        />
        <Controller
          control={form.control}
          name="scopes"
          rules={{ validate: (scopes) => scopes.length > 0 || t("scopesMissing") }}
          render={({ field }) => (
            <Checkbox.Group {...field} label={t("scopes")} error={errors.scopes?.message}>
              <div style={{ display: "grid", gap: 10 }}>
                {keyScopeSchema.options.map((scope) => (
                  <Checkbox key={scope} value={scope} label={t(`scope.${scope.replace(":", "_")}`)} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
        <NativeSelect
          {...form.register("days")}
          label={t("ends")}
          className={classes.field}
          data={LIFETIMES.map((value) => ({ value, label: t(`lifetime.${value}`) }))}
        />
        <Button type="submit" variant="default" loading={make.isPending}>
          {t("make")}
        </Button>
        <ErrorNote error={make.error} />
      </form>
      {make.data && (
        <div className={classes.key} role="status">
          <p>{t("once")}</p>
          <code>{make.data.key}</code>
          <div>
            <CopyButton text={make.data.key} said={t("copied")} />
          </div>
        </div>
      )}
    </>
  );
}

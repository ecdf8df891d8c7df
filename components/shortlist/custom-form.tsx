"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { FormProvider, useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { CUSTOM_GROUPS, type CustomValues, customResolver, EMPTY_CUSTOM, systemOf } from "@/lib/client/shortlist/custom-values";
import { useAddCandidate } from "@/lib/client/shortlist/mutations";
import { useFormKey, useUnsentForm } from "@/lib/client/unsent/use-unsent";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { routes } from "@/lib/routes";
import { CustomField } from "./custom-field";
import classes from "./custom-form.module.css";
import { useShortlist } from "./shortlist-context";

/** A candidate of the team's own. Only its name is needed; every fact starts as unknown and may stay so. */
export function CustomForm() {
  const t = useTranslations("candidates.custom");
  const { view, canAct } = useShortlist();
  const router = useRouter();
  const add = useAddCandidate(view.id);
  // Told when it is sent, not when a field is left: a button that moves as its field is left is missed by the click that left it.
  const form = useForm<CustomValues>({ defaultValues: EMPTY_CUSTOM, resolver: customResolver });
  const { errors } = form.formState;
  const { forgetAfter } = useUnsentForm(useFormKey(view.id, "candidate"), form);
  if (!canAct) return <p>{t(view.isFrozen ? "frozen" : "notYou")}</p>;

  const refuse = (error: unknown) => {
    if (!(error instanceof ApiError)) return;
    for (const { path } of error.errors) {
      const field = path.replace(/^system\./u, "").replace(/\..*$/u, "") as keyof CustomValues;
      form.setError(field === ("id" as string) ? "name" : field, { type: "server" });
    }
  };
  const submit = form.handleSubmit((values) => {
    const added = add.mutateAsync(systemOf(values));
    void added.then(() => router.push(`${routes.shortlist(view.id)}#by-hand`), refuse);
    forgetAfter(added);
  });
  return (
    <FormProvider {...form}>
      <h1 className="find">{t("finding")}</h1>
      <p className="quiet">{t("body")}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t("name")}
          description={t("nameHint")}
          maxLength={TEXT_LIMITS.name}
          error={errors.name && t(errors.name.type === "server" ? "nameTaken" : "nameMissing")}
          {...form.register("name")}
        />
        {CUSTOM_GROUPS.map(({ group, fields }) => (
          <fieldset key={group} className={classes.group}>
            <legend>{t(`group.${group}`)}</legend>
            <div className={classes.fields}>
              {fields.map((field) => (
                <CustomField key={field.key} field={field} />
              ))}
            </div>
          </fieldset>
        ))}
        {add.error && !(add.error instanceof ApiError && add.error.errors.length > 0) && <ErrorNote error={add.error} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={add.isPending}>
            {t("add")}
          </Button>
          <Button variant="default" onClick={() => router.push(routes.shortlist(view.id))}>
            {t("cancel")}
          </Button>
        </div>
        {Object.keys(errors).length > 0 && (
          <p className={classes.error} role="alert">
            {t("mend")}
          </p>
        )}
      </form>
    </FormProvider>
  );
}

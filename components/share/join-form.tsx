"use client";

import { Button, Radio, TextInput } from "@mantine/core";
import { useEffect } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useJoinAsMember } from "@/lib/client/share/join-mutations";
import { readOwnName, rememberOwnName } from "@/lib/client/share/own-name";
import type { SessionOpened } from "@/lib/domain/share/schema";
import { personNameSchema } from "@/lib/domain/text";
import type { Role } from "@/lib/domain/worksheet/schema";
import classes from "./join-form.module.css";

type Props = { session: SessionOpened; onJoined: (role: Role) => void };

export function JoinForm({ session, onJoined }: Props) {
  const t = useTranslations("join");
  const join = useJoinAsMember(session.worksheetId);
  const form = useForm({ defaultValues: { name: "", part: "answer" } });

  useEffect(() => {
    if (form.getValues("name") === "") form.setValue("name", readOwnName());
    form.setFocus("name");
  }, [form]);

  const submit = form.handleSubmit(({ name, part }) => {
    const observer = session.role === "observer" || part === "observe";
    rememberOwnName(name);
    join.mutate(
      { name: personNameSchema.parse(name), observer: session.role === "facilitator" ? undefined : observer },
      { onSuccess: () => onJoined(observer ? "observer" : session.role) },
    );
  });
  return (
    <form method="post" className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        {...form.register("name", { validate: (name) => personNameSchema.safeParse(name).success || t("nameMissing") })}
        label={t("name")}
        description={t("nameHint")}
        autoComplete="given-name"
        error={form.formState.errors.name?.message}
      />
      {session.role === "member" && (
        <Controller
          control={form.control}
          name="part"
          render={({ field }) => (
            <Radio.Group {...field} label={t("role")}>
              <div className={classes.parts}>
                <Radio value="answer" label={t("answer")} />
                <Radio value="observe" label={t("observe")} />
              </div>
            </Radio.Group>
          )}
        />
      )}
      <div>
        <Button type="submit" size="md" loading={join.isPending || join.isSuccess}>
          {t("join")}
        </Button>
      </div>
      <ErrorNote error={join.error} />
    </form>
  );
}

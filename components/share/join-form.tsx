"use client";

import { Button, Radio, TextInput } from "@mantine/core";
import { useEffect } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { useJoinAsMember } from "@/lib/client/share/join-mutations";
import { readOwnName, rememberOwnName } from "@/lib/client/share/own-name";
import type { SessionOpened } from "@/lib/domain/share/schema";
import { personNameSchema } from "@/lib/domain/text";
import type { Role } from "@/lib/domain/worksheet/schema";
import classes from "./join-form.module.css";

type Props = { session: SessionOpened; onJoined: (role: Role, isBlind: boolean) => void };
type Entered = { name: string; part: string };

export function JoinForm({ session, onJoined }: Props) {
  const t = useTranslations("join");
  const join = useJoinAsMember(session.worksheetId);
  const form = useForm({ defaultValues: { name: "", part: "answer" } });
  const isLate = session.role === "member" && session.hasRevealed;
  const isTaken = join.error instanceof ApiError && join.error.code === "name_taken";

  useEffect(() => {
    if (form.getValues("name") === "") form.setValue("name", readOwnName());
    form.setFocus("name");
  }, [form]);

  const enter = ({ name, part }: Entered, another?: true) => {
    const observer = session.role === "observer" || part === "observe";
    const blind = isLate && !observer;
    rememberOwnName(name);
    join.mutate(
      {
        name: personNameSchema.parse(name),
        observer: session.role === "facilitator" ? undefined : observer,
        ...(another ? { another } : {}),
        ...(blind ? { blind } : {}),
      },
      { onSuccess: () => onJoined(observer ? "observer" : session.role, blind) },
    );
  };
  const submit = form.handleSubmit((entered) => enter(entered));
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
                <Radio value="answer" label={t(isLate ? "answerBlind" : "answer")} />
                <Radio value="observe" label={t(isLate ? "justWatch" : "observe")} />
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
      {isTaken ? (
        <NameTaken name={form.getValues("name")} onAnother={() => enter(form.getValues(), true)} />
      ) : (
        <ErrorNote error={join.error} />
      )}
    </form>
  );
}

/** Two people of one name, or one person twice: only they know. */
function NameTaken({ name, onAnother }: { name: string; onAnother: () => void }) {
  const t = useTranslations("join");
  return (
    <section className={classes.form} role="alert">
      <p>{t("taken", { name })}</p>
      <p className="small">{t("takenMe")}</p>
      <div>
        <Button variant="default" onClick={onAnother}>
          {t("takenAnother", { name })}
        </Button>
      </div>
    </section>
  );
}

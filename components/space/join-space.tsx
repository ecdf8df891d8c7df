"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { WayIn } from "@/components/share/way-in";
import { ErrorNote } from "@/components/ui/error-note";
import { readOwnName, rememberOwnName } from "@/lib/client/share/own-name";
import { useJoinSpace } from "@/lib/client/space/mutations";
import type { SpaceOpened } from "@/lib/domain/space/schema";
import { personNameSchema } from "@/lib/domain/text";
import { routes } from "@/lib/routes";
import classes from "./space.module.css";

/** What the link opens, and your name, or the way on as who you are there already. */
export function JoinSpace({ opened }: { opened: SpaceOpened }) {
  const t = useTranslations("space.join");
  const router = useRouter();
  const enter = () => router.push(routes.space(opened.spaceId));
  return (
    <WayIn>
      <div style={{ display: "grid", gap: 8 }}>
        <p className="small">{t(`as.${opened.role}`)}</p>
        <h1>{opened.name}</h1>
        <p className="quiet">{t("people", { count: opened.memberCount })}</p>
      </div>
      {opened.you ? (
        <Button size="md" onClick={enter}>
          {t("continue", { name: opened.you.name })}
        </Button>
      ) : (
        <NameForm spaceId={opened.spaceId} onJoined={enter} />
      )}
      <p className="small">{t("note")}</p>
    </WayIn>
  );
}

function NameForm({ spaceId, onJoined }: { spaceId: string; onJoined: () => void }) {
  const t = useTranslations("space.join");
  const join = useJoinSpace(spaceId);
  const form = useForm({ defaultValues: { name: "" } });

  useEffect(() => {
    if (form.getValues("name") === "") form.setValue("name", readOwnName());
    form.setFocus("name");
  }, [form]);

  const submit = form.handleSubmit(({ name }) => {
    rememberOwnName(name);
    join.mutate(personNameSchema.parse(name), { onSuccess: onJoined });
  });
  return (
    <form method="post" className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        {...form.register("name", { validate: (name) => personNameSchema.safeParse(name).success || t("nameMissing") })}
        label={t("name")}
        autoComplete="given-name"
        error={form.formState.errors.name?.message}
      />
      <Button type="submit" size="md" loading={join.isPending || join.isSuccess}>
        {t("enter")}
      </Button>
      <ErrorNote error={join.error} />
    </form>
  );
}

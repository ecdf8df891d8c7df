"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { KeepLine } from "@/components/keeping/keep-line";
import { takeUpEarly } from "@/components/ui/early-input";
import { ErrorNote } from "@/components/ui/error-note";
import { readOwnName, rememberOwnName } from "@/lib/client/share/own-name";
import { useStartWorksheet } from "@/lib/client/worksheet/mutations";
import type { TemplateId } from "@/lib/domain/templates/schema";
import { newWorksheetSchema } from "@/lib/domain/worksheet/inputs";
import type { KeepMonths } from "@/lib/domain/worksheet/retention";
import { lintSentence } from "@/lib/domain/worksheet/sentence-lints";
import { routes } from "@/lib/routes";
import { pickLocale } from "@/messages/locale";
import classes from "./start-form.module.css";
import { TemplateChoice } from "./template-choice";

const startSchema = newWorksheetSchema.pick({ title: true, yourName: true });

export function StartForm() {
  const t = useTranslations("home");
  const words = useTranslations("templates");
  const locale = useLocale();
  const router = useRouter();
  const start = useStartWorksheet();
  const form = useForm({ resolver: zodResolver(startSchema), defaultValues: { title: "", yourName: "" } });
  const { errors } = form.formState;
  const [template, setTemplate] = useState<TemplateId | null>(null);
  const [keepMonths, setKeepMonths] = useState<KeepMonths | null>(null);
  const title = form.register("title");
  const yourName = form.register("yourName");
  const titleRef = useMergedRef(title.ref, takeUpEarly);
  const nameRef = useMergedRef(yourName.ref, takeUpEarly);
  const lints = lintSentence(form.watch("title"));

  useEffect(() => {
    // Storage is known only in the browser; the server renders the field empty.
    if (form.getValues("yourName") === "") form.setValue("yourName", readOwnName());
  }, [form]);

  const submit = form.handleSubmit((values) => {
    rememberOwnName(values.yourName);
    // The team may change it; most decide in the language they work in.
    const language = pickLocale({ chosen: locale, accepted: null });
    start.mutate(
      { ...values, language, keepMonths, ...(template !== null && { template }) },
      { onSuccess: ({ id }) => router.push(routes.worksheet(id)) },
    );
  });
  /** A sentence that somebody typed stays; a template's own goes with its template. */
  const choose = (next: TemplateId | null) => {
    const sentence = form.getValues("title");
    const isTheirs = template !== null && sentence === words(`${template}.sentence`);
    if (sentence.trim() === "" || isTheirs)
      form.setValue("title", next === null ? "" : words(`${next}.sentence`), { shouldValidate: isTheirs && next !== null });
    setTemplate(next);
  };
  const startOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form method="post" onSubmit={submit} noValidate>
      <Textarea
        {...title}
        ref={titleRef}
        aria-label={t("sentence")}
        placeholder={t("sentencePlaceholder")}
        rows={1}
        error={errors.title && t("titleMissing")}
        onKeyDown={startOnEnter}
        classNames={{ input: classes.sentence }}
      />
      <p className={classes.hint}>{lints[0] ? t(`lint.${lints[0]}`) : t("hint")}</p>
      <TemplateChoice value={template} onChange={choose} />
      <div className={classes.row}>
        <TextInput
          {...yourName}
          ref={nameRef}
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
      <KeepLine value={keepMonths} onChange={setKeepMonths} />
      <ErrorNote error={start.error} />
    </form>
  );
}

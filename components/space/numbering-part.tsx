"use client";

import { Button, NumberInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { useChangeSpace } from "@/lib/client/space/mutations";
import { spaceQueries } from "@/lib/client/space/queries";
import { MAX_RECORD_NUMBER } from "@/lib/domain/space/numbering";
import type { SpaceView } from "@/lib/domain/space/schema";
import classes from "./space.module.css";

/** The next number, and why numbers are missing. */
export function NumberingPart({ space }: { space: SpaceView }) {
  const t = useTranslations("space.numbering");
  const { data } = useQuery(spaceQueries.numbers(space.id));
  const next = data?.next ?? space.nextNumber;
  return (
    <section className={classes.part} aria-labelledby="numbering">
      <h2 id="numbering">{t("title")}</h2>
      <p>{t("next", { number: four(next) })}</p>
      {data && data.gaps.length === 0 && data.gone.length === 0 && <p className="small">{t("whole")}</p>}
      {data && data.gaps.length + data.gone.length > 0 && (
        <ul className={classes.list} aria-label={t("gaps")}>
          {data.gaps.map((gap) => (
            <li key={gap.first} className={classes.row}>
              <span className="num">{gap.first === gap.last ? four(gap.first) : `${four(gap.first)}–${four(gap.last)}`}</span>
              <span className={classes.what}>{t(`why.${gap.why}`, { by: gap.by, reason: gap.reason })}</span>
            </li>
          ))}
          {data.gone.map(({ number, title }) => (
            <li key={number} className={classes.row}>
              <span className="num">{four(number)}</span>
              <span className={classes.what}>{t("gone", { title })}</span>
            </li>
          ))}
        </ul>
      )}
      {space.you.role === "facilitator" && <SkipForm key={next} spaceId={space.id} next={next} />}
    </section>
  );
}

function SkipForm({ spaceId, next }: { spaceId: string; next: number }) {
  const t = useTranslations("space.numbering");
  const change = useChangeSpace(spaceId);
  const form = useForm<{ nextNumber: number | string; reason: string }>({ defaultValues: { nextNumber: next, reason: "" } });
  const isAhead = Number(form.watch("nextNumber")) > next;
  const wrong = change.error instanceof ApiError ? change.error.errors : [];
  const submit = form.handleSubmit(({ nextNumber, reason }) =>
    change.mutate({ of: "settings", nextNumber: Number(nextNumber), reason: reason.trim() }),
  );
  return (
    <form method="post" className={classes.form} onSubmit={submit} noValidate>
      <Controller
        control={form.control}
        name="nextNumber"
        render={({ field }) => (
          <NumberInput
            {...field}
            label={t("set")}
            description={t("setHint")}
            min={next}
            max={MAX_RECORD_NUMBER}
            allowDecimal={false}
            hideControls
            error={wrong.find(({ path }) => path === "nextNumber")?.message}
          />
        )}
      />
      {isAhead && (
        <>
          <TextInput
            {...form.register("reason", { validate: (reason) => reason.trim() !== "" || t("reasonMissing") })}
            label={t("reason")}
            className={classes.field}
            error={form.formState.errors.reason?.message}
          />
          <Button type="submit" variant="default" loading={change.isPending}>
            {t("skip")}
          </Button>
        </>
      )}
      <ErrorNote error={change.error} />
    </form>
  );
}

const four = (number: number): string => String(number).padStart(4, "0");

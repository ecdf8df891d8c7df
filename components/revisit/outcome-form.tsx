"use client";

import { Button, Radio, Textarea, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { useAddReview } from "@/lib/client/review/mutations";
import { unsent, useFormKey, useUnsentForm } from "@/lib/client/unsent/use-unsent";
import { happenedSchema, type Outcome, outcomeSchema, type ReviewTrial } from "@/lib/domain/review/schema";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./revisit.module.css";

type Happened = (typeof happenedSchema.options)[number];
type Values = { happened: Record<string, Happened>; outcome: Outcome; lookAgainOn: string; note: string };
type Props = { worksheetId: string; trial: ReviewTrial; lines: readonly string[] };

/** What has happened of the reconsider list, and what the team makes of it. Kept under the name of whoever sends it. */
export function OutcomeForm({ worksheetId, trial, lines }: Props) {
  const t = useTranslations("revisit");
  const add = useAddReview(worksheetId);
  const form = useForm<Values>({
    defaultValues: { happened: {}, outcome: "still_right", lookAgainOn: halfAYearAfter(trial.on), note: "" },
  });
  const { register, handleSubmit, watch } = form;
  const { forgetAfter } = useUnsentForm(useFormKey(worksheetId, "outcome"), form);
  const numbers = useFormKey(worksheetId, "numbers");
  const outcome = watch("outcome");

  const submit = handleSubmit(({ happened, lookAgainOn, note }) => {
    const review = {
      ...trial,
      reconsider: lines.map((text, index) => ({ text, happened: happened[`line${index}`] ?? "unknown" })),
      outcome,
      lookAgainOn: outcome === "still_right" ? lookAgainOn : null,
      note: note.trim(),
    };
    const kept = add.mutateAsync(review).then(() => {
      unsent.write(numbers, null);
      announce(t("outcome.kept"));
    });
    forgetAfter(kept);
  });
  return (
    <form className={classes.card} onSubmit={(event) => void submit(event)}>
      <h2 className={classes.heading}>{t("reconsider.title")}</h2>
      {lines.length === 0 && <p className="quiet">{t("reconsider.none")}</p>}
      {lines.map((line, index) => (
        <fieldset key={line} className={classes.question}>
          <legend>{line}</legend>
          <div className={classes.answers}>
            {happenedSchema.options.map((answer) => (
              <Radio
                key={answer}
                value={answer}
                label={t(`reconsider.${answer}`)}
                defaultChecked={answer === "unknown"}
                {...register(`happened.line${index}`)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset className={classes.choice}>
        <legend>
          <h2 className={classes.heading}>{t("outcome.title")}</h2>
        </legend>
        {outcomeSchema.options.map((one) => (
          <Radio key={one} value={one} label={t(`outcome.${one}`)} {...register("outcome")} />
        ))}
      </fieldset>
      {outcome === "reopen" && <p className="small">{t("outcome.reopenHint")}</p>}
      {outcome === "still_right" && (
        <TextInput type="date" className={classes.day} label={t("outcome.lookAgainOn")} required {...register("lookAgainOn")} />
      )}
      <Textarea label={t("outcome.note")} autosize minRows={2} maxLength={TEXT_LIMITS.note} {...register("note")} />
      <div className={classes.row}>
        <Button type="submit" loading={add.isPending} disabled={add.isSuccess}>
          {t("outcome.keep")}
        </Button>
        {add.isSuccess && <span className="quiet">{t("outcome.kept")}</span>}
      </div>
      <ErrorNote error={add.error} />
    </form>
  );
}

function halfAYearAfter(day: string): string {
  return new Date(Date.parse(day) + 182 * 86_400_000).toISOString().slice(0, 10);
}

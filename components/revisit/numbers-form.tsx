"use client";

import { Button, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { localToday } from "@/lib/client/local-today";
import { useFormKey, useUnsentForm } from "@/lib/client/unsent/use-unsent";
import { formatAmount, parseAmount } from "@/lib/domain/answers/parse-number";
import type { ReportedMetric } from "@/lib/domain/metrics/schema";
import type { ParsedActuals } from "@/lib/domain/review/parse-actuals";
import { METRICS, type Metric, type ReviewRow, type ReviewTrial } from "@/lib/domain/review/schema";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { PasteNumbers } from "./paste-numbers";
import { ReportedNumbers } from "./reported-numbers";
import classes from "./revisit.module.css";
import { useMetricWords } from "./use-metric-words";

type Props = {
  worksheetId: string;
  rows: readonly ReviewRow[];
  since: string;
  reported: readonly ReportedMetric[];
  onCompare: (trial: ReviewTrial) => void;
  isComparing: boolean;
  error: Error | null;
};
type Values = { on: string; numbers: Record<Metric, { value: string; source: string }> };

/** The actual numbers, typed or pasted; what cannot be read stays in its field with a word about it. */
export function NumbersForm({ worksheetId, rows, since, reported, onCompare, isComparing, error }: Props) {
  const t = useTranslations("revisit.entry");
  const locale = useLocale();
  const words = useMetricWords();
  const today = localToday();
  const form = useForm<Values>({ defaultValues: { on: today, numbers: givenNumbers(rows, locale) } });
  const { register, handleSubmit, setValue, formState } = form;
  useUnsentForm(useFormKey(worksheetId, "numbers"), form);

  const submit = handleSubmit(({ on, numbers }) => {
    const actuals = METRICS.flatMap((metric) => {
      const { value, source } = numbers[metric];
      const parsed = parseAmount(value, { locale });
      return parsed.ok ? [{ metric, value: parsed.value, basis: "measured" as const, source: source.trim() }] : [];
    });
    onCompare({ on, actuals });
  });
  const take = ({ actuals }: ParsedActuals) => {
    for (const { metric, value, source } of actuals) {
      setValue(`numbers.${metric}.value`, formatAmount(value, locale), { shouldValidate: true });
      setValue(`numbers.${metric}.source`, source);
    }
  };
  return (
    <section aria-labelledby="numbers-title">
      <h2 id="numbers-title" className={classes.heading}>
        {t("title")}
      </h2>
      <form className={classes.card} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput type="date" label={t("on")} className={classes.day} min={since} max={today} {...register("on", { required: true })} />
        <ReportedNumbers reported={reported} onTake={(actuals) => take({ actuals, errors: [] })} />
        {METRICS.map((metric) => (
          <fieldset key={metric} className={classes.metric}>
            <div>
              <p className={classes.name}>{words.name(metric)}</p>
              <p className="small">{expectedWords(rows.find((row) => row.metric === metric))}</p>
            </div>
            <TextInput
              aria-label={`${words.name(metric)}: ${t("value")}`}
              placeholder={t("value")}
              inputMode="decimal"
              rightSection={<span className="tiny">{words.unit(metric)}</span>}
              rightSectionWidth={72}
              error={formState.errors.numbers?.[metric]?.value && t("unreadable")}
              {...register(`numbers.${metric}.value`, { validate: (text) => text.trim() === "" || parseAmount(text, { locale }).ok })}
            />
            <TextInput
              aria-label={`${words.name(metric)}: ${t("source")}`}
              placeholder={t("source")}
              maxLength={TEXT_LIMITS.name}
              {...register(`numbers.${metric}.source`)}
            />
          </fieldset>
        ))}
        <PasteNumbers onTake={take} />
        <div className={classes.row}>
          <Button type="submit" loading={isComparing}>
            {t("compare")}
          </Button>
        </div>
        <ErrorNote error={error} />
      </form>
    </section>
  );

  function expectedWords(row: ReviewRow | undefined): string {
    if (!row?.expected) return t("nothing");
    const { low, mid, high } = row.expected;
    return t("expected", { mid: words.about(row.metric, mid), low: words.bound(low), high: words.bound(high) });
  }
}

function givenNumbers(rows: readonly ReviewRow[], locale: string): Values["numbers"] {
  const text = (metric: Metric) => {
    const actual = rows.find((row) => row.metric === metric)?.actual ?? null;
    return { value: actual === null ? "" : formatAmount(actual, locale), source: "" };
  };
  return Object.fromEntries(METRICS.map((metric) => [metric, text(metric)])) as Values["numbers"];
}

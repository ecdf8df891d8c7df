"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { engineWords, useEngineWords } from "@/components/shortlist/use-engine-words";
import { useDocumentWording } from "@/components/ui/document-messages";
import { ErrorNote } from "@/components/ui/error-note";
import { newOpId } from "@/lib/client/api";
import { useMark } from "@/lib/client/decision/desk-mutations";
import { localToday } from "@/lib/client/local-today";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { FIELDS } from "@/lib/domain/answers/fields";
import { parseAmount } from "@/lib/domain/answers/parse-number";
import type { TriggerData } from "@/lib/domain/decision/desk";
import { TEXT_LIMITS } from "@/lib/domain/text";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./desk.module.css";

const METRICS = FIELDS.filter(
  (field) => field.type === "number" && (field.path.startsWith("scale.now.") || field.path.startsWith("cost.")),
).map((field) => field.path);
const EMPTY = {
  type: "metric" as TriggerData["type"],
  metric: METRICS[0] ?? "",
  direction: "above" as const,
  threshold: "",
  date: "",
  event: "",
  owner: "",
  measuredAt: "",
};

/** One trigger: a number passed, a day reached, or something that happens. */
export function TriggerForm({ view, onDone }: { view: WorksheetView; onDone: () => void }) {
  const t = useTranslations("decision.triggers");
  const locale = useLocale();
  const words = useEngineWords((id) => id);
  const document = useDocumentWording();
  const mark = useMark(view.id);
  const { typed: form, type: set, forget, forgetAfter } = useUnsent({ worksheetId: view.id, form: "trigger", empty: EMPTY });
  const [problem, setProblem] = useState<"incomplete" | "passed" | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.type === "date" && form.date !== "" && form.date < localToday()) return setProblem("passed");
    const built = build();
    setProblem(built === null ? "incomplete" : null);
    if (built !== null) forgetAfter(mark.mutateAsync({ kind: "trigger", key: newOpId(), ...built }).then(onDone));
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <NativeSelect
        label={t("kind")}
        value={form.type}
        data={(["metric", "date", "event"] as const).map((type) => ({ value: type, label: t(`type.${type}`) }))}
        onChange={(event) => set({ type: event.currentTarget.value as TriggerData["type"] })}
      />
      {form.type === "metric" && (
        <>
          <NativeSelect
            label={t("metric")}
            value={form.metric}
            data={METRICS.map((path) => ({ value: path, label: words.field(path) }))}
            onChange={(event) => set({ metric: event.currentTarget.value })}
          />
          <TextInput
            label={t("threshold")}
            inputMode="decimal"
            value={form.threshold}
            onChange={(event) => set({ threshold: event.currentTarget.value })}
          />
        </>
      )}
      {form.type === "date" && (
        <TextInput
          label={t("date")}
          type="date"
          value={form.date}
          min={localToday()}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
      )}
      {form.type === "event" && (
        <TextInput
          label={t("event")}
          description={t("eventHint")}
          value={form.event}
          maxLength={TEXT_LIMITS.reason}
          onChange={(event) => set({ event: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t("who")}
        value={form.owner}
        data={[{ value: "", label: t("nobody") }, ...view.members.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      <TextInput
        label={t("where")}
        value={form.measuredAt}
        maxLength={TEXT_LIMITS.reason}
        onChange={(event) => set({ measuredAt: event.currentTarget.value })}
      />
      {problem && (
        <p role="alert" className={classes.wrong}>
          {t(problem)}
        </p>
      )}
      <ErrorNote error={mark.error} />
      <div className={classes.row}>
        <Button type="submit" variant="default">
          {t("save")}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            forget();
            onDone();
          }}
        >
          {t("cancel")}
        </Button>
      </div>
    </form>
  );

  function build(): { text: string; data: TriggerData } | null {
    const common = { owner: form.owner === "" ? null : form.owner, measuredAt: form.measuredAt.trim() };
    if (form.type === "event") return form.event.trim() === "" ? null : { text: form.event.trim(), data: { type: "event", ...common } };
    // What is kept becomes text of the record, so it is said in the record's language.
    const say = (id: string, values: Record<string, string>) => document.t(`decision.triggers.${id}`, values);
    if (form.type === "date") {
      if (form.date === "") return null;
      const date = document.format.dateTime(new Date(form.date), { dateStyle: "long", timeZone: "UTC" });
      return { text: say("byDate", { date }), data: { type: "date", date: form.date, ...common } };
    }
    const threshold = parseAmount(form.threshold, { locale });
    if (!threshold.ok) return null;
    const recorded = engineWords((id) => id, document);
    const text = say("passes", { metric: recorded.field(form.metric), value: recorded.value(form.metric, threshold.value) });
    return { text, data: { type: "metric", metric: form.metric, direction: form.direction, threshold: threshold.value, ...common } };
  }
}

"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { DifferencesProvider } from "@/components/differences/differences-context";
import { DotStrip } from "@/components/differences/dot-strip";
import { useWords } from "@/components/differences/use-words";
import { summariseWorksheet, type WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import type { ScreenView } from "@/lib/domain/workshop/screen";
import classes from "./big-screen.module.css";

const NOTHING_TO_SAVE = () => Promise.resolve();

/** The difference that the team talks about now, with its strip. Two answers stand as words: two are no statistic. */
export function ScreenTopic({ view }: { view: ScreenView }) {
  const { worksheet, workshop } = view;
  const topic = workshop.pointer?.topic ?? null;
  const field = useMemo(
    () => (topic === null ? undefined : summariseWorksheet(worksheet).fields.find((one) => one.field === topic)),
    [worksheet, topic],
  );
  if (!field) return null;
  return (
    <DifferencesProvider view={worksheet} onSavePosition={NOTHING_TO_SAVE}>
      <Topic field={field} />
    </DifferencesProvider>
  );
}

function Topic({ field }: { field: WorksheetField }) {
  const t = useTranslations();
  const words = useWords();
  return (
    <section className={classes.topic}>
      <h2>{t("converge.screen.topic")}</h2>
      <p className={classes.find}>{words.label(field.def)}</p>
      <p>{words.message(field.def, field.detail ?? field.label)}</p>
      {field.n > 2 ? (
        <div className={classes.strip}>
          <DotStrip field={field} />
        </div>
      ) : null}
      {field.n > 2 && field.speakFirst.length < field.n ? (
        <p>{t("differences.speakFirst", { count: field.speakFirst.length, names: words.names(field.speakFirst) })}</p>
      ) : null}
    </section>
  );
}

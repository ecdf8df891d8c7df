"use client";

import { useId, useMemo } from "react";
import { useTranslations } from "use-intl";
import { summariseWorksheet, type WorksheetSummary } from "@/lib/domain/disagreement/worksheet-summary";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { CollectedAnswers } from "./collected-answers";
import { DifferenceCard } from "./difference-card";
import { DifferencesProvider, type SavePosition, useDifferences } from "./differences-context";
import classes from "./differences-screen.module.css";
import { FieldRows } from "./field-rows";
import { NotesFirst } from "./notes-first";
import { RecordAll } from "./record-all";
import { SoloAnswers } from "./solo-answers";

type Props = {
  view: WorksheetView;
  onSavePosition: SavePosition;
  /** The field whose save is under way. */
  savingField?: string | null;
  /** Names of engine families by id, for what each has run. */
  familyNames?: Readonly<Record<string, string>>;
};

/** After the reveal: what the team agrees on, where it differs, and one recorded answer for each field. */
export function DifferencesScreen({ view, onSavePosition, savingField, familyNames }: Props) {
  const t = useTranslations("differences");
  const summary = useMemo(() => summariseWorksheet(view), [view]);
  const agreed = summary.fields.filter((field) => field.agreed);
  return (
    <DifferencesProvider view={view} onSavePosition={onSavePosition} savingField={savingField} familyNames={familyNames}>
      <div className={classes.screen}>
        <Finding summary={summary} />
        <NotesFirst notes={summary.notes} isSolo={summary.size === "solo"} />
        {summary.size === "solo" ? <SoloAnswers fields={summary.heardOnce} /> : null}
        <Differing summary={summary} />
        <div className={classes.rest}>
          <FieldRows title={t("agreed.title", { n: agreed.length })} fields={agreed}>
            <RecordAll fields={agreed} label={t("agreed.record")} />
          </FieldRows>
          {summary.size === "solo" ? null : (
            <FieldRows title={t("once.title", { n: summary.heardOnce.length })} fields={summary.heardOnce} />
          )}
          <FieldRows title={t("nobody.title", { n: summary.nobodyKnows.length })} fields={summary.nobodyKnows} />
          <CollectedAnswers fields={summary.collected} />
        </div>
      </div>
    </DifferencesProvider>
  );
}

function Finding({ summary }: { summary: WorksheetSummary }) {
  const t = useTranslations("differences");
  const { position } = useDifferences();
  const { agreed, compared, differ } = summary;
  const kind = findingOf(summary);
  const settled = summary.fields.filter((field) => !field.agreed && position(field.field)).length;
  const lead = kind === "differ" && summary.size === "pair" ? "pair" : kind;
  const n = kind === "solo" ? summary.heardOnce.length : compared;
  return (
    <header className={classes.finding}>
      <h1 className="find">{t.rich(`finding.${kind}`, { n, agreed, compared, differ, b: (chunks) => <b>{chunks}</b> })}</h1>
      <p className={classes.lead}>{t(`lead.${lead}`)}</p>
      {differ > 0 ? <p className="small num">{t("settled", { settled, differ })}</p> : null}
    </header>
  );
}

function Differing({ summary }: { summary: WorksheetSummary }) {
  const t = useTranslations("differences.cards");
  const titleId = useId();
  const fields = summary.fields.filter((field) => !field.agreed);
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.hidden}>
        {t("title")}
      </h2>
      <div className={classes.cards}>
        {fields.map((field) => (
          <DifferenceCard key={field.field} field={field} />
        ))}
      </div>
    </section>
  );
}

function findingOf(summary: WorksheetSummary): "none" | "solo" | "apart" | "same" | "differ" {
  if (summary.size === "none" || summary.size === "solo") return summary.size;
  if (summary.compared === 0) return "apart";
  return summary.differ === 0 ? "same" : "differ";
}

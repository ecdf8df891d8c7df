"use client";

import { useId, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import board from "@/components/converge/converge.module.css";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { summariseWorksheet, type WorksheetField, type WorksheetSummary } from "@/lib/domain/disagreement/worksheet-summary";
import type { Impact } from "@/lib/domain/impact/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { READING } from "@/lib/domain/workshop/pointer";
import { BlindNote } from "./blind-note";
import { BucketBar } from "./bucket-bar";
import { CollectedAnswers } from "./collected-answers";
import { DifferenceCard } from "./difference-card";
import { DifferencesProvider, type SavePosition, useDifferences } from "./differences-context";
import classes from "./differences-screen.module.css";
import { FieldRows } from "./field-rows";
import { HeatTable } from "./heat-table";
import { NotesFirst } from "./notes-first";
import { PacingLine } from "./pacing-line";
import { ReadingBoard } from "./reading-board";
import { RecordAll } from "./record-all";
import { SoloAnswers } from "./solo-answers";
import { useArranged, useImpact } from "./use-arranged";
import { useTopicInAddress } from "./use-topic-in-address";
import { useBoardView, ViewSwitch } from "./view-switch";

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
  const isReading = useBoardView()[0] === READING && (summary.size === "pair" || summary.size === "team");
  const { impact, worth, isHeld } = useImpact(view, view.isRevealed && summary.size !== "none");
  return (
    <DifferencesProvider
      view={view}
      onSavePosition={onSavePosition}
      savingField={savingField}
      familyNames={familyNames}
      impact={impact}
      worth={worth}
    >
      {isReading ? (
        <div className={classes.screen}>
          <ReadingBoard summary={summary} />
        </div>
      ) : (
        <div className={classes.screen}>
          <Finding view={view} summary={summary} />
          <NotesFirst notes={summary.notes} isSolo={summary.size === "solo"} />
          {summary.size === "solo" ? <SoloAnswers fields={summary.heardOnce} /> : null}
          <Differing summary={summary} isHeld={isHeld} />
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
      )}
    </DifferencesProvider>
  );
}

/** While what the differences do is counted, the longer sentence that will say it keeps its room, unseen. */
function Finding({ view, summary }: { view: WorksheetView; summary: WorksheetSummary }) {
  const t = useTranslations("differences");
  const { position, impact } = useDifferences();
  const { agreed, compared, differ } = summary;
  const kind = findingOf(summary, impact);
  const differing = summary.fields.filter((field) => !field.agreed);
  const settled = differing.filter((field) => position(field.field)).length;
  const isChanging = (path: string) => impact?.fields.some(({ field, bucket }) => field === path && bucket === "changes") ?? false;
  const changing = differing.filter(({ field }) => isChanging(field)).length;
  const n = kind === "solo" ? summary.heardOnce.length : compared;
  return (
    <header className={classes.finding}>
      <div className={classes.room}>
        <h1 className="find">{sentence(kind)}</h1>
        {kind === "differ" ? (
          <p className="find" aria-hidden="true">
            {sentence(differ === 1 ? "impactOne" : "impact")}
          </p>
        ) : null}
      </div>
      <div className={classes.room}>
        <p className={classes.lead}>{t(`lead.${leadOf(summary, kind)}`)}</p>
        {kind === "differ" ? (
          <p className={classes.lead} aria-hidden="true">
            {t(`lead.${leadOf(summary, "impact")}`)}
          </p>
        ) : null}
      </div>
      {differ > 0 ? (
        <p className="small num">
          {t("settled", { settled, differ })}
          {view.you.role === "facilitator" ? <PacingLine view={view} impact={impact} /> : null}
        </p>
      ) : null}
      <BlindNote worksheetId={view.id} />
    </header>
  );

  function sentence(of: FindingKind) {
    return t.rich(`finding.${of}`, { n, agreed, compared, differ, changing, b: (chunks) => <b>{chunks}</b> });
  }
}

/** The cards keep their room and stay unseen until their order is known, so that none is read and then moves away. */
function Differing({ summary, isHeld }: { summary: WorksheetSummary; isHeld: boolean }) {
  const t = useTranslations("differences");
  const { impact, worth } = useDifferences();
  const titleId = useId();
  const area = useRef<HTMLElement>(null);
  const differing = useMemo(() => summary.fields.filter((field) => !field.agreed), [summary]);
  const [asked, setView] = useBoardView();
  const view = summary.size === "team" ? asked : "impact";
  const arranged = useArranged({ fields: differing, impact, worth, area });
  useTopicInAddress(!isHeld && arranged.isFollowed);
  const hasShelves = impact !== null && (differing.length > 0 || impact.unmeasured.length > 0);
  if (differing.length === 0 && !hasShelves) return null;
  return (
    <section ref={area} aria-labelledby={titleId} aria-busy={isHeld} className={isHeld ? classes.held : undefined}>
      <h2 id={titleId} className="visually-hidden">
        {t(differing.length > 0 ? "cards.title" : "buckets.unmeasuredTitle")}
      </h2>
      {summary.size === "team" && differing.length > 0 ? <ViewSwitch view={view} onChange={setView} /> : null}
      {view === "people" ? <HeatTable fields={differing} memberIds={memberIdsOf(differing)} /> : null}
      {view === "question" ? <ByQuestion fields={differing} /> : null}
      {view === "impact" && arranged.changes.length > 0 ? (
        <div className={classes.cards}>
          {arranged.changes.map((field) => (
            <DifferenceCard key={field.field} field={field} />
          ))}
        </div>
      ) : null}
      {hasShelves && view === "impact" ? <BucketBar arranged={arranged} impact={impact} isSolo={summary.size === "solo"} /> : null}
    </section>
  );
}

/** The same cards in the order in which they were asked. */
function ByQuestion({ fields }: { fields: readonly WorksheetField[] }) {
  const t = useTranslations("common.questions");
  const groups = QUESTION_IDS.map((question) => ({ question, own: fields.filter((field) => field.def.question === question) }));
  return groups
    .filter(({ own }) => own.length > 0)
    .map(({ question, own }) => (
      <section key={question} className={board.group} aria-label={t(question)}>
        <h3>{t(question)}</h3>
        <div className={classes.cards}>
          {own.map((field) => (
            <DifferenceCard key={field.field} field={field} />
          ))}
        </div>
      </section>
    ));
}

function memberIdsOf(fields: readonly WorksheetField[]): string[] {
  return [...new Set(fields.flatMap((field) => field.answers.map(({ memberId }) => memberId)))];
}

type FindingKind = "none" | "solo" | "apart" | "same" | "differ" | "impact" | "impactOne";

function findingOf(summary: WorksheetSummary, impact: Impact | null): FindingKind {
  if (summary.size === "none" || summary.size === "solo") return summary.size;
  if (summary.compared === 0) return "apart";
  if (summary.differ === 0) return "same";
  if (impact === null) return "differ";
  return summary.differ === 1 ? "impactOne" : "impact";
}

function leadOf(summary: WorksheetSummary, kind: FindingKind): Exclude<FindingKind, "impactOne"> | "pair" {
  const isDiffering = kind === "differ" || kind === "impact" || kind === "impactOne";
  if (isDiffering && summary.size === "pair") return "pair";
  return kind === "impactOne" ? "impact" : kind;
}

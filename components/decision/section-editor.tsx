"use client";

import { Button, Skeleton } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { useMark } from "@/lib/client/decision/desk-mutations";
import type { SectionField } from "@/lib/client/decision/use-decision-fields";
import { useSectionLock } from "@/lib/client/decision/use-section-lock";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { type DecisionSection, REQUIRED_SECTIONS, type WorksheetView } from "@/lib/domain/worksheet/schema";
import { PieceNotes } from "./piece-notes";
import { SectionConflict } from "./section-conflict";
import classes from "./section-editor.module.css";
import { SectionHistory } from "./section-history";
import { type Suggestion, SuggestionList } from "./suggestion-list";

type Props = {
  field: SectionField;
  canWrite: boolean;
  suggestions: Suggestion[];
  /** A first suggestion is on its way: what stands below keeps its place when it comes. */
  isAwaited: boolean;
  view: WorksheetView;
};

const required = new Set<DecisionSection>(REQUIRED_SECTIONS);

/** One part of the decision. What is typed stays on this device until the server has it. */
export function SectionEditor({ field, canWrite, suggestions, isAwaited, view }: Props) {
  const t = useTranslations("decision");
  const { section, text } = field;
  const isEmpty = text.trim() === "";
  const lock = useSectionLock({ worksheetId: view.id, section, memberId: view.you.memberId });
  const mark = useMark(view.id);
  return (
    <section id={section} className={classes.section}>
      <div className={classes.head}>
        <label className={classes.label} htmlFor={`text-${section}`}>
          {t(`section.${section}`)}
        </label>
        <span className="small">{t(required.has(section) ? "required" : "optional")}</span>
      </div>
      <p id={`hint-${section}`} className="small">
        {t(`hint.${section}`)}
      </p>
      <textarea
        id={`text-${section}`}
        className={classes.text}
        aria-describedby={`hint-${section}`}
        value={text}
        readOnly={!canWrite || lock.other !== null}
        maxLength={TEXT_LIMITS.section}
        rows={2}
        onChange={(event) => field.edit(event.currentTarget.value)}
        onFocus={() => canWrite && lock.other === null && lock.start()}
        onBlur={() => {
          lock.stop();
          field.flush();
        }}
      />
      {canWrite && lock.other && (
        <p className={classes.writing} role="status">
          {t("lock.other", { name: lock.other.name })}{" "}
          <Button size="compact-xs" variant="subtle" onClick={lock.takeOver}>
            {t("lock.takeOver")}
          </Button>
        </p>
      )}
      {field.conflict && <SectionConflict field={field} theirs={field.conflict} name={nameOf(view, field.conflict.by)} />}
      <StateLine field={field} view={view} />
      <PieceNotes worksheetId={view.id} field={field} suggestions={suggestions} canWrite={canWrite} />
      <SectionHistory worksheetId={view.id} field={field} canWrite={canWrite} />
      {canWrite && isEmpty && isAwaited && <Skeleton height={58} className={classes.suggestions} />}
      {canWrite && <SuggestionList suggestions={suggestions} isStarter={isEmpty && section === "choice"} onUse={use} text={text} />}
    </section>
  );

  function use({ id, text: line, source }: Suggestion) {
    field.edit(isEmpty ? line : `${text.trimEnd()}\n${line}`);
    mark.mutate({ kind: "piece", key: `${section}/${id}`, text: line, data: { section, source, seen: line } });
  }
}

function StateLine({ field, view }: { field: SectionField; view: WorksheetView }) {
  const t = useTranslations("decision");
  const format = useFormatter();
  if (field.status === "refused") {
    const code = field.refusal === "frozen" || field.refusal === "forbidden" ? field.refusal : "failed";
    return (
      <p className={classes.error} role="alert">
        {field.text.length > TEXT_LIMITS.section ? t("error.tooLong", { max: TEXT_LIMITS.section }) : t(`error.${code}`)}
      </p>
    );
  }
  if (field.status === "kept" && !field.conflict) return <p className="tiny">{t("state.kept")}</p>;
  if (field.server === null || field.draft !== null || field.server.text === "") return null;
  const at = format.dateTime(new Date(field.server.at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <p className="tiny">
      {nameOf(view, field.server.by)}, {at}
    </p>
  );
}

/** `by` is a member's id, or already a name where the person left. */
function nameOf(view: WorksheetView, by: string): string {
  return view.members.find((member) => member.id === by)?.name ?? by;
}

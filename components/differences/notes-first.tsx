"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { NoteRead } from "@/components/converge/note-read";
import type { WorksheetNote } from "@/lib/domain/disagreement/worksheet-summary";
import { useDifferences } from "./differences-context";
import classes from "./differences-screen.module.css";

/** What only one person knows is what a group fails to discuss, so it stands before everything else. */
export function NotesFirst({ notes, isSolo }: { notes: readonly WorksheetNote[]; isSolo: boolean }) {
  const t = useTranslations();
  const { person, worksheetId, you } = useDifferences();
  const titleId = useId();
  if (notes.length === 0) return null;
  return (
    <section className={classes.notes} aria-labelledby={titleId}>
      <header className={classes.notesHead}>
        <h2 id={titleId} className={classes.notesTitle}>
          {t(isSolo ? "differences.notes.solo" : "differences.notes.title")}
        </h2>
        {isSolo ? null : <span className="small">{t("differences.notes.first")}</span>}
      </header>
      <ul className={classes.notesList}>
        {notes.map((note, i) => (
          <li key={`${note.memberId} ${note.question}`}>
            <q id={`${titleId}-${i}`} className={classes.note}>
              {note.text}
            </q>
            <p className="small">
              {t("differences.notes.by", { name: person(note.memberId).name, question: t(`fields.questions.${note.question}.name`) })}
            </p>
            {isSolo ? null : (
              <NoteRead worksheetId={worksheetId} note={note} you={you} nameOf={(id) => person(id).name} about={`${titleId}-${i}`} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

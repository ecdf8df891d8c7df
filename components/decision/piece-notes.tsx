"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useMark } from "@/lib/client/decision/desk-mutations";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import type { SectionField } from "@/lib/client/decision/use-decision-fields";
import type { Piece } from "@/lib/domain/decision/desk";
import { pieceState, withPiece } from "@/lib/domain/decision/pieces";
import classes from "./desk.module.css";
import type { Suggestion } from "./suggestion-list";
import { useSourceWords } from "./use-source-words";

type Props = { worksheetId: string; field: SectionField; suggestions: readonly Suggestion[]; canWrite: boolean };

/** Under a text: which of its sentences come from the results, which were edited since, and what their sources say now. */
export function PieceNotes({ worksheetId, field, suggestions, canWrite }: Props) {
  const t = useTranslations("decision.pieces");
  const { data: desk } = useQuery(deskQueries.desk(worksheetId));
  const pieces = (desk?.marks ?? []).filter((mark) => mark.kind === "piece").filter(({ data }) => data.section === field.section);
  if (pieces.length === 0) return null;
  return (
    <ul className={classes.notes} aria-label={t("label")}>
      {pieces.map((piece) => (
        <PieceNote
          key={piece.key}
          piece={piece}
          worksheetId={worksheetId}
          field={field}
          canWrite={canWrite}
          current={suggestions.find(({ id }) => `${field.section}/${id}` === piece.key)?.text ?? null}
        />
      ))}
    </ul>
  );
}

type NoteProps = { piece: Piece; worksheetId: string; field: SectionField; canWrite: boolean; current: string | null };

function PieceNote({ piece, worksheetId, field, canWrite, current }: NoteProps) {
  const t = useTranslations("decision.pieces");
  const sourceWords = useSourceWords();
  const mark = useMark(worksheetId);
  const { isDetached, line, change } = pieceState({ piece, text: field.text, current });
  if (line === null) return null;
  const keep = (text: string, seen: string) => mark.mutate({ kind: "piece", key: piece.key, text, data: { ...piece.data, seen } });
  const put = (replacement: string) => field.edit(withPiece({ text: field.text, line, replacement }));
  return (
    <li className={classes.note} data-attached={!isDetached || undefined} data-news={change !== null || undefined}>
      <span>
        <span className="tiny">{sourceWords(piece.data.source)}</span>{" "}
        {isDetached ? t("edited") : t("attached", { text: shortened(piece.text) })}{" "}
        {isDetached && canWrite && (
          <Button size="compact-xs" variant="subtle" onClick={() => put(piece.text)}>
            {t("restore")}
          </Button>
        )}
      </span>
      {change && (
        <span role="status">
          {t("changed", { was: change.was, now: change.now })}{" "}
          {canWrite && (
            <>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  put(change.now);
                  keep(change.now, change.now);
                }}
              >
                {t("update")}
              </Button>{" "}
              <Button size="compact-xs" variant="subtle" onClick={() => keep(piece.text, change.now)}>
                {t("keep")}
              </Button>
            </>
          )}
        </span>
      )}
    </li>
  );
}

const SHOWN = 80;

function shortened(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN).trimEnd()}…`;
}

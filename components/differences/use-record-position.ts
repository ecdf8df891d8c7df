"use client";

import { useState } from "react";
import { currentPosition, type PositionDraft } from "@/lib/client/positions/mutations";
import type { Proposal } from "@/lib/domain/disagreement/proposal";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import type { PositionView, Reached } from "@/lib/domain/worksheet/schema";
import { useDifferences } from "./differences-context";
import { draftOf } from "./position-draft";

type Choice = { value: unknown; reached: Reached; reason: string };

export type RecordPosition = {
  isSaving: boolean;
  error: unknown;
  /** What somebody else recorded meanwhile. */
  theirs: PositionView | null;
  save: (choice: Choice) => void;
  takeMine: () => void;
  keepTheirs: () => void;
};

/** Saves one position and keeps what was typed until it is stored: a refusal leaves the form as it is. */
export function useRecordPosition(input: {
  field: WorksheetField;
  position: PositionView | undefined;
  proposal: Proposal;
  onDone: () => void;
}): RecordPosition {
  const { field, position, proposal, onDone } = input;
  const { save, savingField } = useDifferences();
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<PositionDraft | null>(null);
  const theirs = currentPosition(error);

  const send = async (draft: PositionDraft) => {
    setIsSaving(true);
    setError(null);
    try {
      await save(field.field, draft);
      onDone();
    } catch (fault) {
      setRefused(draft);
      setError(fault);
    } finally {
      setIsSaving(false);
    }
  };

  return {
    isSaving: isSaving || savingField === field.field,
    error,
    theirs,
    save: (choice) => void send(draftOf({ ...choice, proposal, baseVersion: position?.version ?? 0 })),
    takeMine: () => {
      if (refused && theirs) void send({ ...refused, baseVersion: theirs.version });
    },
    keepTheirs: onDone,
  };
}

"use client";

import { useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import type { FrameChange, FrameField, FrameOutcome } from "@/lib/client/worksheet/frame-saver";
import { frameTextFor } from "@/lib/client/worksheet/frame-text-registry";
import type { FrameDraft, FrameSendResult } from "@/lib/client/worksheet/frame-text-saver";
import { type FrameFormat, saysSame } from "./frame-text";

export type SaveFrameField = (change: FrameChange) => Promise<FrameOutcome>;
type Options = { worksheetId: string; field: FrameField; value: unknown; format: FrameFormat; save: SaveFrameField };
export type SavedText = ReturnType<typeof useSavedText>;

/**
 * A box of the frame that saves after a pause in typing and when it is left. While somebody types, news from others
 * never touch it; what could not be sent stays in the box and on this device until it is.
 */
export function useSavedText({ worksheetId, field, value, format, save }: Options) {
  const t = useTranslations();
  const saved = format.textOf(value);
  const [saver] = useState(() => frameTextFor({ worksheetId, field: typeof field === "string" ? field : field.path, saved, send }));
  const { draft, refusal, theirs } = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);
  // What was typed stays as it was typed until the box is left: a save must not respell it under the cursor.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = draft?.text ?? typed ?? saved;

  return {
    value: shown,
    /** A complaint waits until the box is left: half a number is no mistake. */
    error: typed === null ? refusal : null,
    onChange(text: string) {
      setTyped(text);
      saver.edit(text, shown);
    },
    onBlur: leave,
    /** For a box where every change is a whole one. */
    choose(text: string) {
      saver.edit(text, shown);
      void saver.flush();
    },
    theirs,
    keepMine: saver.keepMine,
    takeTheirs() {
      setTyped(null);
      saver.drop();
    },
  };

  function leave() {
    setTyped(null);
    void saver.flush();
  }

  async function send({ text, base }: FrameDraft): Promise<FrameSendResult> {
    const read = format.read(text);
    if (!read.ok) return { kind: "refused", words: t(`worksheet.frame.${read.reason}`) };
    const isExpected = (team: unknown) => saysSame(format, { text: base, team }) || saysSame(format, { text, team });
    const outcome = await save({ field, value: read.value, isExpected });
    if (outcome.kind === "conflict") return { kind: "conflict", theirs: format.textOf(outcome.theirs) };
    if (outcome.kind !== "refused") return outcome;
    return { kind: "refused", words: t.has(`errors.${outcome.code}`) ? t(`errors.${outcome.code}`) : t("errors.internal") };
  }
}

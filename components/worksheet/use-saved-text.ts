"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { FrameOutcome } from "@/lib/client/worksheet/frame-saver";

type Options = {
  /** What the worksheet has now, as text. */
  saved: string;
  /** Saves the text, or returns the words of what is wrong with it. */
  save: (text: string) => Promise<FrameOutcome> | string;
};

/**
 * A text box that saves when it is left. While somebody types, news from others never touch it; a failed save keeps
 * what was typed and says so under the box.
 */
export function useSavedText({ saved, save }: Options) {
  const t = useTranslations();
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const commit = async () => {
    if (draft === null || draft.trim() === saved.trim()) {
      setDraft(null);
      setError(null);
      return;
    }
    const saving = save(draft);
    if (typeof saving === "string") return setError(saving);
    const outcome = await saving;
    if (outcome.ok || outcome.reason === "conflict") setDraft((now) => (now === draft ? null : now));
    setError(outcome.ok ? null : wordsOf(outcome));
  };
  return { value: draft ?? saved, onChange: setDraft, onBlur: commit, error };

  function wordsOf(outcome: Extract<FrameOutcome, { ok: false }>) {
    if (outcome.reason === "conflict") return t("worksheet.frame.conflict");
    const code = "code" in outcome.error ? String(outcome.error.code) : "internal";
    return t.has(`errors.${code}`) ? t(`errors.${code}`) : t("errors.internal");
  }
}

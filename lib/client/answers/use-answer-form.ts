"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { type Control, useForm } from "react-hook-form";
import type { OutboxState } from "@/lib/domain/answers/outbox-state";
import { waitingAnswer } from "@/lib/domain/answers/outbox-status";
import {
  BLANK_ANSWER,
  type FieldAnswer,
  isSameAnswer,
  type OwnAnswer,
  ownAnswers,
  ownVersions,
  startingAnswer,
} from "@/lib/domain/answers/own-answers";
import type { QuestionId } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Outbox } from "./outbox";
import { outboxFor } from "./outbox-registry";

/** By `formName`. Typed loosely: the form library would follow a recursive JSON type without end; `asAnswer` reads it. */
type AnswerValues = Record<string, unknown>;
export type AnswerForm = {
  control: Control<AnswerValues>;
  get(key: string): FieldAnswer;
  /** Changes fields of the form and queues them for saving. */
  change(changes: Readonly<Record<string, FieldAnswer>>): void;
  /** Drops what was held for a field and shows what is saved instead. */
  takeBack(key: string): void;
  own: Readonly<Record<string, OwnAnswer>>;
  outbox: Outbox;
  state: OutboxState;
  isDurable: boolean;
};

export function asAnswer(value: unknown): FieldAnswer {
  return (value as FieldAnswer | undefined) ?? BLANK_ANSWER;
}

/** Field keys hold dots, which the form library would read as nesting. */
export function formName(key: string): string {
  return key.replaceAll(".", ":");
}

/** One question's form: starts from one's own answers and from what this device still keeps, and saves each field by itself. */
export function useAnswerForm({
  view,
  question,
  keys,
}: {
  view: WorksheetView;
  question: QuestionId;
  keys: readonly string[];
}): AnswerForm {
  const queryClient = useQueryClient();
  // The registry gives the same outbox for the same person and question, whatever view it is asked with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer view reaches the outbox through takeView
  const outbox = useMemo(() => outboxFor({ view, question, queryClient }), [view.id, view.you.memberId, question, queryClient]);
  const state = useSyncExternalStore(outbox.subscribe, outbox.getState, outbox.getState);
  const isDurable = useSyncExternalStore(outbox.subscribe, outbox.isDurable, () => true);
  const own = useMemo(() => ownAnswers(view, question), [view, question]);
  const { control, getValues, setValue } = useForm<AnswerValues>({
    defaultValues: Object.fromEntries(keys.map((key) => [formName(key), shownAnswer({ key, own, outbox })])),
  });

  useEffect(() => {
    outbox.takeView(view.questions[question].round, ownVersions(own));
    for (const key of keys) {
      const shown = shownAnswer({ key, own, outbox });
      if (!isSameAnswer(asAnswer(getValues(formName(key))), shown)) setValue(formName(key), shown);
    }
  }, [view, question, keys, own, outbox, getValues, setValue]);

  useEffect(() => {
    let isGone = false;
    void outbox.restore().then(() => {
      if (isGone) return;
      for (const key of keys) {
        const kept = waitingAnswer(outbox.getState().entries[key]);
        if (kept) setValue(formName(key), kept);
      }
    });
    return () => {
      isGone = true;
    };
  }, [outbox, keys, setValue]);

  useFlush(outbox);

  return useMemo(
    () => ({
      control,
      own,
      outbox,
      state,
      isDurable,
      get: (key) => asAnswer(getValues(formName(key))),
      change(changes) {
        for (const [key, answer] of Object.entries(changes)) setValue(formName(key), answer, { shouldDirty: true });
        outbox.edit(changes);
      },
      takeBack(key) {
        void outbox.resolve(key, "drop");
        setValue(formName(key), shownAnswer({ key, own, outbox }));
      },
    }),
    [control, own, outbox, state, isDurable, getValues, setValue],
  );
}

/** Sends at once when the page is hidden or left, and again when the network comes back. */
function useFlush(outbox: Outbox) {
  useEffect(() => {
    const leave = () => void outbox.flush({ isLeaving: true });
    const hide = () => {
      if (document.visibilityState === "hidden") leave();
    };
    const back = () => void outbox.retry();
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", back);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", back);
      void outbox.flush();
    };
  }, [outbox]);
}

/** What waits on this device, else what this tab saved after the view was made, else the view. */
function shownAnswer({ key, own, outbox }: { key: string; own: Readonly<Record<string, OwnAnswer>>; outbox: Outbox }): FieldAnswer {
  const waiting = waitingAnswer(outbox.getState().entries[key]);
  if (waiting) return waiting;
  const saved = outbox.lastSaved(key);
  const version = own[key]?.current?.version ?? 0;
  return saved && saved.version > version ? saved.answer : startingAnswer(own[key]);
}

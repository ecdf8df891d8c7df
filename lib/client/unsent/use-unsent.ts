"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";
import { useWorksheet } from "../worksheet/use-worksheet";
import { createUnsentStore, type Typed } from "./unsent-store";

export const unsent = createUnsentStore({ open: () => window.localStorage, now: () => Date.now() });

type Unsent<T> = {
  /** What stands in the form: what this device kept, else `empty`. */
  typed: T;
  type(change: Partial<T>): void;
  forget(): void;
  /** Forgets it once it has arrived, also when the form is gone by then; a refusal keeps it. */
  forgetAfter(sent: Promise<unknown>): void;
};

/**
 * The state of a form that is sent by a button: a reload or a crash before that takes nothing away. `form` names it within
 * the worksheet, `empty` is what it starts from.
 */
export function useUnsent<T extends Typed>({ worksheetId, form, empty }: { worksheetId: string; form: string; empty: T }): Unsent<T> {
  const key = useFormKey(worksheetId, form);
  const kept = useSyncExternalStore(
    unsent.subscribe,
    () => unsent.read(key),
    () => null,
  );
  return {
    typed: inShapeOf(empty, kept),
    type(change) {
      // Read again: two changes may come before the next render.
      const next = { ...inShapeOf(empty, unsent.read(key)), ...change };
      unsent.write(key, isSame(next, empty) ? null : next);
    },
    forget: () => unsent.write(key, null),
    forgetAfter: (sent) => forgetAfter(key, sent),
  };
}

/** The same for a form that holds its own values: it is filled with what was kept, and what is typed is kept from then on. */
export function useUnsentForm<T extends FieldValues>(key: string, form: UseFormReturn<T>): Pick<Unsent<T>, "forgetAfter"> {
  useEffect(() => {
    const kept = unsent.read(key);
    const defaults = form.formState.defaultValues ?? {};
    if (kept !== null) form.reset({ ...defaults, ...kept } as DefaultValues<T>, { keepDefaultValues: true });
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => unsent.write(key, isSame(values, defaults) ? null : values),
    });
  }, [key, form]);
  return { forgetAfter: (sent) => forgetAfter(key, sent) };
}

/** Whoever else uses this browser for the same worksheet finds nothing of it. */
export function useFormKey(worksheetId: string, form: string): string {
  return `${worksheetId}/${useWorksheet(worksheetId).you.memberId}/${form}`;
}

function forgetAfter(key: string, sent: Promise<unknown>): void {
  void sent.then(
    () => unsent.write(key, null),
    () => undefined,
  );
}

/** A form may have changed since something was kept: only what it still has, and as the type it has there. */
function inShapeOf<T extends Typed>(empty: T, kept: Typed | null): T {
  if (kept === null) return empty;
  const fitting = Object.entries(empty).map(([name, first]) => {
    const value = kept[name];
    return [name, value !== undefined && (first === null || typeof value === typeof first) ? value : first];
  });
  return Object.fromEntries(fitting) as T;
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

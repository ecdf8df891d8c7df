import { z } from "zod";

/** A trigger that fired and that nobody has answered with a review yet. */
export const firedTriggerSchema = z.object({
  id: z.string(),
  kind: z.enum(["date", "metric", "event"]),
  /** In the words of the record; empty for the year that passes by itself. */
  text: z.string(),
  /** ISO day, of a date. */
  dueOn: z.iso.date().nullable(),
  metric: z.string().nullable(),
  direction: z.enum(["above", "below"]).nullable(),
  threshold: z.number().nullable(),
  /** The number that passed the line, in `unit`. */
  value: z.number().nullable(),
  unit: z.string().nullable(),
  source: z.string().nullable(),
  measuredAt: z.iso.datetime().nullable(),
  firedAt: z.iso.datetime(),
  /** Who said that an event has happened. */
  by: z.string().nullable(),
});
export type FiredTrigger = z.infer<typeof firedTriggerSchema>;

/** An event that an accepted record waits for; `at` and `by` tell who said when that it has happened. */
export const watchedEventSchema = z.object({
  key: z.string(),
  text: z.string(),
  at: z.iso.datetime().nullable(),
  by: z.string().nullable(),
});
export type WatchedEventView = z.infer<typeof watchedEventSchema>;

export const happenedInputSchema = z.strictObject({ opId: z.uuid(), key: z.string().min(1).max(40) });

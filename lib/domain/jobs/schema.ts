import { z } from "zod";

export const jobStateSchema = z.enum(["queued", "running", "done", "failed"]);

/** A piece of background work as people see it. `error` names why the last attempt failed; null when none did. */
export const jobViewSchema = z.object({
  id: z.string(),
  kind: z.string(),
  key: z.string(),
  state: jobStateSchema,
  attempts: z.number().int(),
  error: z.string().nullable(),
  /** Set while a job that failed before waits for its next attempt. */
  nextAttemptAt: z.iso.datetime().nullable(),
  at: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type JobView = z.infer<typeof jobViewSchema>;

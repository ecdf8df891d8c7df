import { z } from "zod";

/** A sealed file as people see it come about. `error` names why the last attempt failed, also while another one waits. */
export const sealViewSchema = z.object({
  revision: z.number().int(),
  paper: z.enum(["A4", "LETTER"]),
  state: z.enum(["sealing", "sealed", "failed"]),
  /** B-T has a trusted timestamp, B-B has none; null until sealed. */
  level: z.enum(["B-B", "B-T"]).nullable(),
  /** True while a timestamp server is asked again for a file that is sealed already. */
  isStampPending: z.boolean(),
  sha256: z.string().nullable(),
  sealedAt: z.iso.datetime().nullable(),
  /** What no font could print, as U+XXXX. */
  unprintable: z.array(z.string()),
  error: z.string().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
});
export type SealView = z.infer<typeof sealViewSchema>;

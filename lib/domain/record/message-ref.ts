import { z } from "zod";

/** A text the engine produced: the id of an ICU message and its parameters, so that it reads in any language. */
export const messageRefSchema = z.strictObject({
  id: z.string(),
  params: z.record(z.string(), z.json()).optional(),
});
export type MessageRef = z.infer<typeof messageRefSchema>;

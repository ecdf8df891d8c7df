import { z } from "zod";

const placeSchema = z.object({ status: z.string(), leftAt: z.string().nullable() }).nullable();
const listSchema = z.array(z.object({ id: z.string(), name: z.string() }));
const versionsSchema = z.object({ catalogue: z.string(), rules: z.string(), engine: z.string() });

/** A decided worksheet beside the same answers asked today. */
export const rerunSchema = z.object({
  versions: z.object({ was: versionsSchema, is: versionsSchema }),
  shortlist: z.object({ was: listSchema, is: listSchema }),
  isSameList: z.boolean(),
  candidates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Null where it is no candidate on that side. */
      was: placeSchema,
      is: placeSchema,
      rules: z.array(z.object({ id: z.string(), because: z.enum(["answer", "fact", "rule", "result"]) })),
    }),
  ),
});
export type Rerun = z.infer<typeof rerunSchema>;

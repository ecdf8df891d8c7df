import { z } from "zod";
import { decimalText } from "../costs/decimal-text";

/** What settling a difference is worth in money, and what talking about it costs. */
export const worthSchema = z.object({
  /** Fields on which the team differs, and US dollars a month at most; those that move no bill are left out. */
  fields: z.array(z.object({ field: z.string(), usdMonth: decimalText })),
  /** At least two designs of finalists have a complete bill: without, no field is worth anything because nothing is known. */
  isPriced: z.boolean(),
  /** One more hour with everybody who answers. */
  meeting: z.object({ people: z.number().int(), hourUsd: decimalText, usd: decimalText }),
});
export type Worth = z.infer<typeof worthSchema>;

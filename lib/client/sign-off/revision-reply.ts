import { z } from "zod";
import { recordSchema } from "@/lib/domain/record/schema";
import { revisionStatusSchema } from "@/lib/domain/worksheet/schema";

export const revisionReplySchema = z.object({
  n: z.number().int(),
  sha256: z.string(),
  status: revisionStatusSchema,
  record: recordSchema,
  people: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
});
export type RevisionReply = z.infer<typeof revisionReplySchema>;

import { z } from "zod";
import { storableText, TEXT_LIMITS } from "../text";

export const newFeedSchema = z.strictObject({
  opId: z.uuid(),
  name: storableText(TEXT_LIMITS.name, 1).refine((name) => name.trim() !== "", "Say whose calendar it is."),
});
export type NewFeed = z.infer<typeof newFeedSchema>;

/** The only time the address is shown. */
export const feedCreatedSchema = z.object({ id: z.string(), url: z.string() });

const feedSchema = z.object({
  id: z.string(),
  name: z.string(),
  by: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type FeedView = z.infer<typeof feedSchema>;
export const feedListSchema = z.object({ feeds: z.array(feedSchema) });

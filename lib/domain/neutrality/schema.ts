import { z } from "zod";

const count = z.int().min(0);
/** Share of the points of the grid, 0 to 1, four digits. */
const share = z.number().min(0).max(1);

const systemRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string(),
  /** Points at which it is on the shortlist, and at which it is first. */
  listed: count,
  listedShare: share,
  first: count,
  firstShare: share,
  /** Points at which it is first only because it is the default (G-06). */
  firstByDefault: count,
  /** The rules that gave it points most often when it was listed, as share of those lists. */
  becauseOf: z.array(z.object({ rule: z.string(), share })),
});
export type SystemRow = z.infer<typeof systemRowSchema>;

const vendorRowSchema = z.object({
  vendor: z.string(),
  /** Its candidates that can be listed at all. */
  systems: count,
  /** Points at which at least one of its systems is listed, and is first. */
  listed: count,
  listedShare: share,
  first: count,
  firstShare: share,
  /** Points at which one of its services can host a listed candidate. */
  hosts: count,
  hostsShare: share,
});
export type VendorRow = z.infer<typeof vendorRowSchema>;

/** How often the engine names whom, over the fixed grid of answers. */
export const neutralitySchema = z.object({
  points: count,
  /** Points at which nothing is left. */
  empty: count,
  axes: z.array(z.object({ id: z.string(), choices: z.array(z.string()) })),
  systems: z.array(systemRowSchema),
  vendors: z.array(vendorRowSchema),
  versions: z.object({ catalogue: z.string(), rules: z.string(), engine: z.string() }),
});
export type Neutrality = z.infer<typeof neutralitySchema>;

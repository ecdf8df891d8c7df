import { z } from "zod";
import { messageRefSchema } from "../messages/message-ref";
import { decimalText } from "./decimal-text";
import { amountSchema } from "./workload-schema";

export const GROWTH_LIMITS = { paths: 5, points: 6, months: 120 } as const;

const pointSchema = z.strictObject({
  month: z.number().int().min(0).max(GROWTH_LIMITS.months),
  peakRequestsPerSecond: amountSchema,
  /** Left out on every point: data grows with the load, as on the axis. */
  storedGb: amountSchema.optional(),
});

const pathSchema = z
  .strictObject({ id: z.string().min(1).max(20), points: z.array(pointSchema).min(1).max(GROWTH_LIMITS.points) })
  .superRefine(({ points }, context) => {
    for (const [index, point] of points.entries()) {
      const before = points[index - 1];
      if (before && point.month <= before.month)
        context.addIssue({ code: "custom", path: ["points", index, "month"], message: "Points go forward in time." });
    }
    const withData = points.filter(({ storedGb }) => storedGb !== undefined).length;
    if (withData > 0 && withData < points.length)
      context.addIssue({ code: "custom", path: ["points"], message: "Give stored GB at every point, or at none." });
  });
export type GrowthPath = z.infer<typeof pathSchema>;

/** How load grows: geometric between the points, as `x1·(x3/x1)^((t−12)/24)`. */
export const growthSchema = z.strictObject({
  /** Month zero, so that crossings become dates. */
  start: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Write the month as 2026-11.")
    .optional(),
  paths: z.array(pathSchema).min(1).max(GROWTH_LIMITS.paths),
});
export type Growth = z.infer<typeof growthSchema>;

const monthCostSchema = z.object({
  month: z.number(),
  load: z.number(),
  storedGb: z.number(),
  costs: z.record(z.string(), decimalText.nullable()),
});

const dateCrossingSchema = z.object({
  a: z.string(),
  b: z.string(),
  /** Months from the start, with a fraction. */
  month: z.number(),
  /** ISO month, when the start is known. */
  date: z.string().nullable(),
  load: z.number(),
  cheaperBefore: z.string(),
  cheaperAfter: z.string(),
});
export type DateCrossing = z.infer<typeof dateCrossingSchema>;

/** Cost over the horizon along each growth path, one entry a month from 0. */
export const overTimeSchema = z.object({
  horizonMonths: z.number(),
  start: z.string().nullable(),
  paths: z.array(
    z.object({
      id: z.string(),
      /** A design that cannot carry a month has null there; `costs` of an incomplete design read "at least". */
      months: z.array(monthCostSchema),
      crossings: z.array(dateCrossingSchema),
      /** Sum over the horizon per design; null when it cannot carry some month. */
      totals: z.record(z.string(), decimalText.nullable()),
    }),
  ),
  /** Design ids with a price that nobody knows. */
  incomplete: z.array(z.string()),
  /** "Serverless is cheaper until about August 2029 …", one sentence per pair that was compared. */
  sentences: z.array(messageRefSchema),
});
export type OverTime = z.infer<typeof overTimeSchema>;

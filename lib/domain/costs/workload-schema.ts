import { z } from "zod";

/** Numbers people type end here, well within what a double counts exactly. */
export const MAX_AMOUNT = 1e15;

export const amountSchema = z.number().min(0).max(MAX_AMOUNT);
export const shareSchema = z
  .number()
  .min(0, "A share lies between 0 and 1; write 0.8 for 80%.")
  .max(1, "A share lies between 0 and 1; write 0.8 for 80%.");

/** How the load spreads over time (`cost-models.md` section 1). Left out: sine up to a peak of twice the average, else block. */
export const loadProfileSchema = z.strictObject({
  day: z.enum(["auto", "flat", "sine", "block"]).default("auto"),
  /** Hours at the peak of a block day. */
  busyHours: z.number().positive().max(24).default(4),
  /** Load on Saturdays and Sundays as a share of the other days'. */
  weekendShare: shareSchema.default(1),
  /** Short rushes on top: `perMonth` times `hours` at `timesAverage`. Their requests are part of `requestsPerDay`. */
  bursts: z
    .strictObject({
      perMonth: z.number().positive().max(744),
      hours: z.number().positive().max(744),
      timesAverage: z.number().min(1).max(1_000),
    })
    .optional(),
});
export type LoadProfile = z.infer<typeof loadProfileSchema>;

/** What the store has to carry, units in the names (`cost-models.md` section 1). */
export const workloadSchema = z
  .strictObject({
    /** Average over the month. */
    requestsPerDay: amountSchema,
    /** The busiest hour of an ordinary day; bursts come on top. */
    peakToAverage: z.number().min(1, "The peak is at least the average: 1 or more.").max(1_000),
    readShare: shareSchema,
    strongReadShare: shareSchema.default(1),
    transactionalShare: shareSchema.default(0),
    itemReadKb: z.number().positive("An item has a size above 0 KB.").max(1e6).default(1),
    itemWriteKb: z.number().positive("An item has a size above 0 KB.").max(1e6).default(1),
    storedGb: amountSchema,
    growthGbPerMonth: amountSchema.default(0),
    /** Part of what is read that leaves the provider's network. */
    egressShare: shareSchema.default(0),
    workingSetShare: shareSchema.default(0.25),
    /** Left out: connections are not checked. */
    connections: amountSchema.optional(),
    /** What one vCPU writes per second at full load; replace it by your own benchmark. */
    writesPerVcpuSecond: z.number().positive().max(1e6).default(500),
    readsPerVcpuSecond: z.number().positive().max(1e7).default(2_000),
    utilisation: z.number().min(0.05).max(1).default(0.6),
    headroom: z.number().min(0).max(10).default(0.3),
    cacheHitShare: shareSchema.default(0.95),
    profile: loadProfileSchema.optional(),
  })
  .superRefine((workload, context) => {
    const problem = profileProblem(workload);
    if (problem) context.addIssue({ code: "custom", ...problem });
  });
export type Workload = z.infer<typeof workloadSchema>;

type Profiled = { peakToAverage: number; profile?: LoadProfile | undefined };

/**
 * Peak to average within one weekday: weekends lift the other days, so a weekday's own peak is nearer to its average.
 *
 * @example weekdayPeak({ peakToAverage: 2, profile: { weekendShare: 0.5, ... } }) // 1.714…, that is 2 × 6 / 7
 */
export function weekdayPeak({ peakToAverage, profile }: Profiled): number {
  return (peakToAverage * (5 + 2 * (profile?.weekendShare ?? 1))) / 7;
}

function profileProblem({ peakToAverage, profile }: Profiled): { path: string[]; message: string } | null {
  if (!profile) return null;
  const peak = weekdayPeak({ peakToAverage, profile });
  if (peak < 1 - 1e-9)
    return { path: ["profile", "weekendShare"], message: "Such quiet weekends make weekdays busier than the peak: raise peakToAverage." };
  if (profile.day === "flat" && peak > 1 + 1e-9)
    return { path: ["profile", "day"], message: "A flat day has no peak: choose sine or block, or lower peakToAverage." };
  if (profile.day === "sine" && peak > 2 + 1e-9)
    return { path: ["profile", "day"], message: "A sine falls below zero when the peak is more than twice the average: choose block." };
  if (profile.day === "block" && profile.busyHours * peak > 24 + 1e-9)
    return { path: ["profile", "busyHours"], message: "So many hours at the peak are more than the whole day's load: lower busyHours." };
  return null;
}

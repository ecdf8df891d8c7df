import { z } from "zod";
import { dayAfterMonths } from "../day-after-months";

/** How long a worksheet may be kept after the last thing that counts, in months; without one until somebody deletes it. */
export const KEEP_MONTHS = [6, 12, 36, 84] as const;
export const keepMonthsSchema = z.literal(KEEP_MONTHS);
export type KeepMonths = z.infer<typeof keepMonthsSchema>;

export const retentionInputSchema = z.strictObject({ opId: z.uuid(), keepMonths: keepMonthsSchema.nullable() });

/**
 * When a worksheet is deleted by itself, as an ISO time: so many calendar months (UTC) after the latest of the given ISO times,
 * at the latest on the last day of that month. Times that cannot be read do not count; without any there is no such day: null.
 * @example keptUntil(["2026-11-30T10:00:00.000Z", "2026-08-31T10:00:00.000Z"], 3) // "2027-02-28T10:00:00.000Z"
 */
export function keptUntil(milestones: readonly string[], months: number): string | null {
  const times = milestones.map((at) => Date.parse(at)).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return null;
  const [day = "", time = ""] = new Date(Math.max(...times)).toISOString().split("T");
  return `${dayAfterMonths(day, months)}T${time}`;
}

import { z } from "zod";

export const doorSchema = z.enum(["two", "heavy", "one", "unknown"]);
export type Door = z.infer<typeof doorSchema>;

/**
 * What leaving a system would be like, from its twelve lock-in points: up to 3 a two-way door (under a month), up to 8 a heavy one
 * (1 to 6 months), more a one-way door. Null, points that nobody knows, is "unknown".
 * @example doorOf(2) // "two"
 */
export function doorOf(lockIn: number | null): Door {
  if (lockIn === null) return "unknown";
  if (lockIn <= 3) return "two";
  return lockIn <= 8 ? "heavy" : "one";
}

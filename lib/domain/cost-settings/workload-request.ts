import type { Assumption } from "../costs/schema";
import { loadProfileSchema, type Workload, workloadSchema } from "../costs/workload-schema";
import type { CostInputs } from "./schema";
import { PROFILE_KEY, readSetting } from "./settings";

/** Stands in the list of assumptions when the day that the team described cannot have the peak that somebody set since. */
const PROFILE_LEFT_OUT: Assumption = {
  id: "profile",
  source: "assumed",
  value: null,
  text: { id: "costs.assumptions.profileLeftOut", params: {} },
};

/**
 * The workload with the load profile that the team described. A profile that no longer fits the peak is left out and said so, so
 * that two settings which contradict each other never take the costs away.
 *
 * @example withProfile({ ...workload, peakToAverage: 5 }, [{ key: "workload.profile", value: { day: "sine" }, at }]).notes.length // 1
 */
export function withProfile(workload: Workload, settings: CostInputs["settings"]): { workload: Workload; notes: Assumption[] } {
  const profile = readSetting(settings, PROFILE_KEY, loadProfileSchema);
  if (!profile) return { workload: workloadSchema.parse(workload), notes: [] };
  const whole = workloadSchema.safeParse({ ...workload, profile });
  return whole.success ? { workload: whole.data, notes: [] } : { workload: workloadSchema.parse(workload), notes: [PROFILE_LEFT_OUT] };
}

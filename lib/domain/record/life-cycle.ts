import { z } from "zod";

/** Where a record stands for whoever reads the log. A withdrawn revision is a draft again. */
export const lifeStatusSchema = z.enum(["draft", "proposed", "accepted", "rejected", "deprecated", "superseded"]);
export type LifeStatus = z.infer<typeof lifeStatusSchema>;

const NEXT: Record<LifeStatus, readonly LifeStatus[]> = {
  draft: ["proposed"],
  proposed: ["accepted", "rejected", "draft"],
  rejected: ["draft", "proposed"],
  accepted: ["deprecated", "superseded", "draft"],
  deprecated: ["accepted", "superseded"],
  // What was replaced stays as it was; the record that replaced it can be changed.
  superseded: [],
};

export type Transition = { ok: true } | { ok: false; reason: "illegal_transition"; allowed: readonly LifeStatus[] };

/**
 * Whether a record may go from one status to another. Staying where it is is no transition and refused too.
 * @example checkTransition("accepted", "deprecated") // { ok: true }
 * @example checkTransition("draft", "accepted") // { ok: false, reason: "illegal_transition", allowed: ["proposed"] }
 */
export function checkTransition(from: LifeStatus, to: LifeStatus): Transition {
  const allowed = NEXT[from];
  return allowed.includes(to) ? { ok: true } : { ok: false, reason: "illegal_transition", allowed };
}

type Facts = {
  /** The latest revision's status, null before the first. */
  revision: "proposed" | "accepted" | "rejected" | "withdrawn" | null;
  isDeprecated: boolean;
  /** The records that replace this one. One that is not accepted itself replaces nothing yet. */
  replacements: readonly { isPartial: boolean; isAccepted: boolean }[];
};

/**
 * The status that follows from the facts: replaced in whole by an accepted record is superseded, in part is not.
 * @example lifeStatus({ revision: "accepted", isDeprecated: false, replacements: [{ isPartial: false, isAccepted: true }] }) // "superseded"
 */
export function lifeStatus({ revision, isDeprecated, replacements }: Facts): LifeStatus {
  if (revision === null || revision === "withdrawn") return "draft";
  if (revision !== "accepted") return revision;
  if (replacements.some((one) => one.isAccepted && !one.isPartial)) return "superseded";
  return isDeprecated ? "deprecated" : "accepted";
}

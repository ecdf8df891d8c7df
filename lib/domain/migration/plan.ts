import type { Answers } from "../answers/schema";
import { familyOf } from "../catalogue/catalogue";
import { fitOf, fittingWays, isLeaving, MIGRATION_WAYS, type MigrationAnswers, type MigrationWay } from "../engine/migration-ways";
import type { Evaluation } from "../engine/schema";
import type { MigrationPlan } from "./schema";
import { stepsOf } from "./steps";

type PlanInput = {
  /** What stands from the start: the incumbent and what was answered about the move. */
  frame: Answers;
  evaluation: Pick<Evaluation, "shortlist"> & { candidates: readonly Pick<Evaluation["candidates"][number], "id" | "name" | "family">[] };
  chosen: string | null;
};

/**
 * The skeleton of a plan from what runs today to the chosen candidate: the four ways with whether each fits (MIG-1 to
 * MIG-4), and the steps of the best that does (MIG-G1), with their checks and their way back. Null without a choice or an
 * incumbent, where both are of one family or cannot be told apart, and where it was said that there is no data to move.
 * @example migrationPlan({ frame: { frame: { incumbent: "mysql" } }, evaluation, chosen: "mysql" }) // null
 */
export function migrationPlan({ frame: answers, evaluation, chosen }: PlanInput): MigrationPlan | null {
  const { frame = {}, migration = {} } = answers;
  const { incumbent } = frame;
  const target = evaluation.candidates.find(({ id }) => id === chosen);
  const to = target && (target.family ?? familyOf(target.id));
  if (!target || !to || incumbent === undefined || migration.data_gb === 0) return null;
  const hosting = evaluation.shortlist.find(({ id }) => id === target.id)?.hosting ?? [];
  const from = familyOf(incumbent) ?? incumbent;
  if (isLeaving({ incumbent, from, to, hosting }) !== "yes") return null;
  const way = fittingWays(migration)[0] ?? null;
  const ways = MIGRATION_WAYS.map((one) => ({ way: one, fits: fitOf(one, migration), open: openFor(one, migration), rule: RULES[one] }));
  return { from: incumbent, to: target.id, ways, way, steps: stepsOf({ way, migration, name: target.name }) };
}

const RULES: Record<MigrationWay, string> = { big_bang: "MIG-1", capture: "MIG-3", slices: "MIG-4", dual_write: "MIG-2" };

const READS: Record<MigrationWay, readonly (keyof MigrationAnswers)[]> = {
  big_bang: ["data_gb", "copy_gb_per_min", "downtime_ok_min"],
  capture: ["log_available", "downtime_ok_min"],
  slices: ["feature_slices", "legacy_unknowns", "months"],
  dual_write: ["app_changeable", "log_available"],
};

/** What was left blank, where the blank leaves a way open. */
function openFor(way: MigrationWay, migration: MigrationAnswers): string[] {
  if (fitOf(way, migration) !== "unknown") return [];
  return READS[way].filter((key) => migration[key] === undefined).map((key) => `migration.${key}`);
}

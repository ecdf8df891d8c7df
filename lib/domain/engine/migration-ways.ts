import type { Answers } from "../answers/schema";
import { above, and, atLeast, is, not, or, type Tri, truth } from "./tri";

/** The ways to move, in the order of preference of MIG-G1. */
export const MIGRATION_WAYS = ["big_bang", "capture", "slices", "dual_write"] as const;
export type MigrationWay = (typeof MIGRATION_WAYS)[number];
export type MigrationAnswers = NonNullable<Answers["migration"]>;

/** Above this a copy and its checks seldom fit a window, "about 1 TB". */
export const BIG_BANG_GB = 1_000;
/** A window that counts as "near zero". */
const SHORT_WINDOW_MIN = 60;

/**
 * Whether a way to move fits what was answered about the move (MIG-1 to MIG-4); unknown where an answer that would tell is
 * missing.
 * @example fitOf("slices", { feature_slices: "yes", months: 6 }) // "yes"
 */
export function fitOf(way: MigrationWay, migration: MigrationAnswers): Tri {
  return FITS[way](migration);
}

/**
 * The ways that fit, best first; empty where no answer settles one.
 * @example fittingWays({ app_changeable: "yes", log_available: "no" }) // ["dual_write"]
 */
export function fittingWays(migration: MigrationAnswers): MigrationWay[] {
  return MIGRATION_WAYS.filter((way) => fitOf(way, migration) === "yes");
}

/**
 * Minutes to copy the data once, or undefined where size or pace is open or the pace is 0.
 * @example copyMinutes({ data_gb: 50, copy_gb_per_min: 5 }) // 10
 */
export function copyMinutes({ data_gb, copy_gb_per_min }: MigrationAnswers): number | undefined {
  if (data_gb === undefined || copy_gb_per_min === undefined || copy_gb_per_min === 0) return undefined;
  return data_gb / copy_gb_per_min;
}

/** What runs today, its family, the family of what it is weighed against, and the services that would run that one. */
type Move = { incumbent: string | undefined; from: string | null; to: string; hosting: readonly string[] };

/**
 * Whether going from what runs today to another family moves data. A service with several engines that would run the other
 * as well leaves it open, and so does a blank.
 * @example isLeaving({ incumbent: "mariadb", from: "mysql", to: "postgresql", hosting: [] }) // "yes"
 */
export function isLeaving({ incumbent, from, to, hosting }: Move): Tri {
  if (incumbent === undefined) return "unknown";
  if (incumbent === "none") return "no";
  if (incumbent === "custom") return "yes";
  const isSeveral = hosting.includes(incumbent) && from === incumbent;
  return isSeveral ? "unknown" : truth(from !== to);
}

const FITS: Record<MigrationWay, (migration: MigrationAnswers) => Tri> = {
  big_bang: fitsWindow,
  capture: (migration) => {
    const isShort = not(above(migration.downtime_ok_min, SHORT_WINDOW_MIN));
    return and(is(migration.log_available, "yes"), or(isShort, not(fitsWindow(migration))));
  },
  slices: (migration) => and(is(migration.feature_slices, "yes"), or(is(migration.legacy_unknowns, "yes"), atLeast(migration.months, 6))),
  dual_write: (migration) => and(is(migration.app_changeable, "yes"), is(migration.log_available, "no")),
};

/** Copy plus two validations within the window; a validation reads everything once, so it is taken to last as long as the copy. */
function fitsWindow(migration: MigrationAnswers): Tri {
  const minutes = copyMinutes(migration);
  return and(atLeast(migration.downtime_ok_min, minutes && minutes * 3), not(above(migration.data_gb, BIG_BANG_GB)));
}

import { copyMinutes, type MigrationAnswers, type MigrationWay } from "../engine/migration-ways";
import type { MessageParams } from "../messages/message-ref";
import type { MigrationPlan } from "./schema";

type Step = MigrationPlan["steps"][number];
type Phase = Step["phase"];
/** Where a step belongs, its sentence under `adr.migration.step`, and the rules it follows from. */
type Line = readonly [phase: Phase, sentence: string, ...rules: string[]];

/** The old store follows the new one before the switch, and is kept until the way back has closed (MIG-G2). */
const WAY_BACK: Line = ["rollback", "wayBack", "MIG-G2"];
const CLEAN_UP: Line = ["clean_up", "cleanUp", "MIG-G2"];
const SCHEMA: Line = ["prepare", "schema", "MIG-G3"];
const BOTH_RUN: Line = ["validate", "bothRun", "MIG-G4"];

const LINES: Record<MigrationWay | "open", readonly Line[]> = {
  big_bang: [
    ["prepare", "rehearse", "MIG-1"],
    ["copy", "stopped", "MIG-1"],
    ["validate", "beforeWrites", "MIG-1", "MIG-G4"],
    ["cut_over", "atOnce", "MIG-1"],
    ["rollback", "firstWrite", "MIG-G2"],
    CLEAN_UP,
  ],
  capture: [
    ["prepare", "log", "MIG-3", "MIG-G3"],
    SCHEMA,
    ["copy", "snapshot", "MIG-3", "MIG-G3"],
    BOTH_RUN,
    ["cut_over", "caughtUp", "MIG-3", "MIG-G3"],
    WAY_BACK,
    CLEAN_UP,
  ],
  slices: [
    ["prepare", "layer", "MIG-4"],
    ["prepare", "firstSlice", "MIG-4"],
    ["copy", "slice", "MIG-4"],
    ["validate", "eachSlice", "MIG-4", "MIG-G4"],
    ["cut_over", "nextSlice", "MIG-4"],
    WAY_BACK,
    CLEAN_UP,
  ],
  dual_write: [
    ["prepare", "outbox", "MIG-2", "MIG-G1"],
    ["prepare", "conflicts", "MIG-2"],
    ["copy", "backfill", "MIG-2"],
    BOTH_RUN,
    ["cut_over", "readsFirst", "MIG-2"],
    WAY_BACK,
    CLEAN_UP,
  ],
  open: [
    ["decide", "way", "MIG-G1"],
    ["prepare", "anyRehearsal", "MIG-G4"],
    ["copy", "anyCopy", "MIG-G4"],
    ["validate", "beforeWrites", "MIG-G4"],
    ["cut_over", "anySwitch", "MIG-G2"],
    WAY_BACK,
    CLEAN_UP,
  ],
};

/**
 * The steps of one way to move in their order; those that every way needs where none was settled. Sizes and minutes that
 * nobody gave read -1.
 * @example stepsOf({ way: null, migration: {}, name: "PostgreSQL" })[0]?.phase // "decide"
 */
export function stepsOf(input: { way: MigrationWay | null; migration: MigrationAnswers; name: string }): Step[] {
  const { way, migration, name } = input;
  const params: MessageParams = {
    name,
    gb: migration.data_gb ?? -1,
    window: migration.downtime_ok_min ?? -1,
    minutes: Math.ceil(copyMinutes(migration) ?? -1),
    back: migration.rollback_min ?? -1,
  };
  return LINES[way ?? "open"].map(([phase, sentence, ...rules]) => ({
    phase,
    text: { id: `adr.migration.step.${sentence}`, params },
    rules,
  }));
}

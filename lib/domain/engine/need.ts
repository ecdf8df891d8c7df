import type { Answers } from "../answers/schema";
import { familyOf } from "./facts";
import { atLeast, has, is, type Maybe, or, type Tri } from "./tri";

type Workload = NonNullable<Answers["workload"]>;
type Consistency = NonNullable<Answers["consistency"]>;
type Scale = NonNullable<Answers["scale"]>;
type Ops = NonNullable<Answers["ops"]>;
type Cost = NonNullable<Answers["cost"]>;
type Process = NonNullable<Answers["process"]>;
type Frame = NonNullable<Answers["frame"]>;
type Migration = NonNullable<Answers["migration"]>;
type ScalePoint = NonNullable<Scale["y3"]>;
type Experience = NonNullable<Ops["experience"]>[string];

/** The answers as the rules read them: groups never missing, and what follows from several answers worked out once. */
export type Need = {
  workload: Workload;
  consistency: Consistency;
  scale: Scale;
  ops: Ops;
  cost: Cost;
  process: Process;
  frame: Frame;
  migration: Migration;
  /** ISO date on which the worksheet is read, where the caller knows it. */
  today: string | null;
  /** C-05: money, inventory, permissions or something irreversible is among the operations. */
  isCritical: Tri;
  /** Level, scope and freshness with what C-05 implies. */
  level: Consistency["level"];
  atomic: Consistency["atomic"];
  freshReads: Consistency["fresh_reads"];
  /** Seconds of acknowledged writes that may be lost: the smaller of the answer and the frame's recovery point. */
  lossOkS: number | undefined;
  /** Year-3 sizes, else year 1, else today; capped at ten times a measured present. */
  y3: ScalePoint;
  /** Sizes and rates rest on a benchmark or on production figures. */
  isMeasured: Tri;
  /** It was stated that they rest on an estimate or on nothing. */
  isUnmeasured: Tri;
  experience: ReadonlyMap<string, Experience>;
  /** Families of the stores that run today, the incumbent included. */
  stores: ReadonlySet<string>;
  estate: ReadonlySet<string> | null;
  mustSupport: ReadonlySet<string> | null;
  incumbent: string | null;
  licencePolicy: Cost["licence_policy"];
  shapes: NonNullable<Workload["secondary"]>;
};

export const CRITICAL_OPS = ["money", "inventory", "permissions", "irreversible"] as const;

/** Answer paths behind the derived needs, so that a rule can state truly what it reads. */
export const READS = {
  isCritical: ["consistency.ops"],
  level: ["consistency.level", "consistency.ops"],
  atomic: ["consistency.atomic", "consistency.ops"],
  freshReads: ["consistency.fresh_reads", "consistency.ops"],
  lossOkS: ["consistency.loss_ok_s", "frame.rpo_s"],
  writes: ["scale.y3.writes_s", "scale.y1.writes_s", "scale.now.writes_s", "scale.evidence"],
  data: ["scale.y3.data_gb", "scale.y1.data_gb", "scale.now.data_gb", "scale.evidence"],
  largestTable: ["scale.y3.largest_table_gb", "scale.y1.largest_table_gb", "scale.now.largest_table_gb", "scale.evidence"],
  licencePolicy: ["cost.licence_policy", "frame.governance"],
  stores: ["ops.current_stores", "frame.incumbent"],
} as const;

/** Works out what the rules need from the answers. Blank stays undefined; nothing is guessed except what C-05 implies. */
export function needOf(answers: Answers, today: string | null = null): Need {
  const { workload = {}, consistency = {}, scale = {}, ops = {}, cost = {}, process = {}, frame = {}, migration = {} } = answers;
  const isCritical = has(consistency.ops, ...CRITICAL_OPS);
  const incumbent = frame.incumbent && frame.incumbent !== "none" && frame.incumbent !== "custom" ? family(frame.incumbent) : null;
  const stores = new Set((ops.current_stores ?? []).map(family));
  if (incumbent) stores.add(incumbent);
  return {
    workload,
    consistency,
    scale,
    ops,
    cost,
    process,
    frame,
    migration,
    today,
    isCritical,
    level: impliedLevel(consistency.level, isCritical),
    atomic: impliedAtomic(consistency.atomic, isCritical),
    freshReads: isCritical === "yes" ? "always" : consistency.fresh_reads,
    lossOkS: smaller(consistency.loss_ok_s, frame.rpo_s),
    y3: sizeInThreeYears(scale),
    isMeasured: is(scale.evidence, "benchmark", "production"),
    isUnmeasured: is(scale.evidence, "none", "estimate"),
    experience: experienceByFamily(ops.experience),
    stores,
    estate: familySet(frame.estate_standard),
    mustSupport: familySet(frame.must_support_engines),
    incumbent,
    licencePolicy: cost.licence_policy ?? (frame.governance === "osi_only" ? "osi_only" : undefined),
    shapes: [...new Set([...(workload.primary ? [workload.primary] : []), ...(workload.secondary ?? [])])],
  };
}

/** What the team has of a family: its answer, or null where it said nothing of it. */
export function experienceOf(need: Need, familyId: string): Experience | null {
  return need.experience.get(familyId) ?? null;
}

/** Whether the team ran this family in production: unknown unless it said something of it. */
export function hasProduction(need: Need, familyId: string): Tri {
  return is(need.experience.get(familyId), "production");
}

/** Whether the team hosts by itself: yes only when it said so. */
export function isSelfHosting(need: Need): Tri {
  return or(is(need.ops.hosting, "self_host_only"), is(need.ops.residency, "self_host_mandatory"));
}

/** Isolation strength; linearizable_record and causal are equal and not comparable. */
export const LADDER_RANK = {
  strict_serializable: 6,
  serializable: 5,
  snapshot: 4,
  repeatable_read: 3,
  read_committed: 2,
  linearizable_record: 1,
  causal: 1,
  eventual: 0,
} as const;

/** The family of an id, or the id itself when the catalogue does not know it. */
export function family(id: string): string {
  return familyOf(id) ?? id;
}

function impliedLevel(level: Need["level"], isCritical: Tri): Need["level"] {
  if (isCritical !== "yes") return level;
  return level !== undefined && LADDER_RANK[level] > LADDER_RANK.read_committed ? level : "read_committed";
}

function impliedAtomic(atomic: Need["atomic"], isCritical: Tri): Need["atomic"] {
  if (isCritical !== "yes") return atomic;
  return atomic === "many_records_multi_region" ? atomic : "many_records";
}

function smaller(a: Maybe<number>, b: Maybe<number>): number | undefined {
  const known = [a, b].filter((value) => typeof value === "number");
  return known.length > 0 ? Math.min(...known) : undefined;
}

const POINT_ROWS = ["users", "reads_s", "writes_s", "data_gb", "largest_table_gb", "hot_set_gb"] as const;

/** Year 3, capped at ten times the present where the present was measured in production (ANTI-06). */
function sizeInThreeYears({ now = {}, y1 = {}, y3 = {}, evidence }: Scale): ScalePoint {
  const size: ScalePoint = {};
  for (const row of POINT_ROWS) {
    const value = y3[row] ?? y1[row] ?? now[row];
    const present = now[row];
    if (value === undefined) continue;
    const isCapped = evidence === "production" && present !== undefined && present > 0;
    size[row] = isCapped ? Math.min(value, present * 10) : value;
  }
  return size;
}

function experienceByFamily(answer: Ops["experience"]): Map<string, Experience> {
  const order: Experience[] = ["none", "local", "production"];
  const map = new Map<string, Experience>();
  for (const [id, level] of Object.entries(answer ?? {})) {
    const known = map.get(family(id));
    if (known === undefined || atLeast(order.indexOf(level), order.indexOf(known)) === "yes") map.set(family(id), level);
  }
  return map;
}

function familySet(ids: Maybe<string[]>): ReadonlySet<string> | null {
  return ids ? new Set(ids.map(family)) : null;
}

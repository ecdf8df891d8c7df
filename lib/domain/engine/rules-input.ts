import { SCALE_ROWS, SCALE_TIMES } from "../answers/fields";
import type { Need } from "./need";
import type { WorksheetRule } from "./rule";
import { above, and, atLeast, is, or, truth } from "./tri";

const SOURCE = "House rule of Shortlist";
const SIZES = SCALE_TIMES.flatMap((time) => SCALE_ROWS.map((row) => `scale.${time}.${row}`));
/** A thousand times what the largest services are known for: a unit was mixed up, or a digit too many typed. */
const MOST: Partial<Record<Row, number>> = { users: 1e10, reads_s: 1e9, writes_s: 1e9, data_gb: 1e9 };

type Row = keyof Need["y3"];

/** Answers that contradict each other or cannot be: asked back, never corrected in silence and never refused. */
export const INPUT_RULES: readonly WorksheetRule[] = [
  {
    id: "IN-1",
    effect: "ASK",
    strength: "house_rule",
    source: SOURCE,
    reads: SIZES,
    facts: [],
    test: ({ scale }) => truth(firstShrunk(scale) !== null || firstPartAboveWhole(scale) !== null),
    params: ({ scale }) => {
      const shrunk = firstShrunk(scale);
      return { kind: shrunk ? "shrinks" : "part", field: keyOf(shrunk ?? firstPartAboveWhole(scale)) };
    },
  },
  {
    id: "IN-2",
    effect: "ASK",
    strength: "house_rule",
    source: SOURCE,
    reads: SIZES,
    facts: [],
    test: ({ scale }) => truth(firstImpossible(scale) !== null),
    params: ({ scale }) => ({ field: keyOf(firstImpossible(scale)) }),
  },
  {
    id: "IN-3",
    effect: "ASK",
    strength: "house_rule",
    source: SOURCE,
    reads: ["workload.entities_related", "workload.joins_needed", "workload.embedded_only", "workload.app_hosts"],
    facts: [],
    test: ({ workload }) => or(joinsNothing(workload), and(is(workload.embedded_only, "yes"), is(workload.app_hosts, "many"))),
    params: ({ workload }) => ({ kind: joinsNothing(workload) === "yes" ? "joins" : "embedded" }),
  },
  {
    id: "IN-4",
    effect: "ASK",
    strength: "house_rule",
    source: SOURCE,
    reads: ["ops.team_size", "ops.oncall", "ops.db_experts"],
    facts: [],
    test: ({ ops }) => or(above(ops.oncall, ops.team_size), above(ops.db_experts, ops.team_size)),
    params: ({ ops }) => ({ size: ops.team_size ?? 0, kind: (ops.oncall ?? 0) > (ops.team_size ?? 0) ? "oncall" : "experts" }),
  },
];

/** Message options have no dots. */
function keyOf(path: string | null): string {
  return (path ?? "").replaceAll(".", "_");
}

function joinsNothing({ entities_related, joins_needed }: Need["workload"]) {
  return and(is(entities_related, "no"), is(joins_needed, "yes"));
}

/** The first size that is smaller than at the nearest earlier time that was answered. */
function firstShrunk(scale: Need["scale"]): string | null {
  for (const row of SCALE_ROWS as readonly Row[]) {
    const given = SCALE_TIMES.flatMap((time) => {
      const value = scale[time]?.[row];
      return value === undefined ? [] : [{ time, value }];
    });
    const shrunk = given.find(({ value }, i) => i > 0 && value < (given[i - 1]?.value ?? 0));
    if (shrunk) return `scale.${shrunk.time}.${row}`;
  }
  return null;
}

function firstPartAboveWhole(scale: Need["scale"]): string | null {
  for (const time of SCALE_TIMES) {
    const size = scale[time] ?? {};
    const part = (["largest_table_gb", "hot_set_gb"] as const).find((row) => above(size[row], size.data_gb) === "yes");
    if (part) return `scale.${time}.${part}`;
  }
  return null;
}

function firstImpossible(scale: Need["scale"]): string | null {
  for (const time of SCALE_TIMES) {
    const size = scale[time] ?? {};
    const row = (Object.keys(MOST) as Row[]).find(
      (one) => atLeast(size[one], MOST[one]) === "yes" || (one === "users" && size.users === 0),
    );
    if (row) return `scale.${time}.${row}`;
  }
  return null;
}

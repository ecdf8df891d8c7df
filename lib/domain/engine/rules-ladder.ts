import type { Answers } from "../answers/schema";
import type { WorksheetRule } from "./rule";
import { and, is } from "./tri";

type Level = NonNullable<NonNullable<Answers["consistency"]>["level"]>;

/** The ladder as people meet it, strongest first: what each level promises and what it costs (E-06). */
const LADDER: readonly [id: string, levels: readonly Level[], source: string][] = [
  ["LAD-1", ["strict_serializable"], "LAD-1; correction E-04"],
  ["LAD-2", ["serializable"], "LAD-2; correction E-01"],
  ["LAD-3", ["snapshot", "repeatable_read", "read_committed"], "LAD-3; correction E-02"],
  ["LAD-4", ["causal"], "LAD-4; corrections E-06, E-11"],
  ["LAD-5", ["eventual"], "LAD-5; correction E-08"],
];

export const LADDER_RULES: readonly WorksheetRule[] = [
  ...LADDER.map(
    ([id, levels, source]): WorksheetRule => ({
      id,
      effect: "WARN",
      strength: "fact",
      source,
      reads: ["consistency.level"],
      facts: ["consistency.strongest", "consistency.default"],
      test: ({ consistency }) => is(consistency.level, ...levels),
    }),
  ),
  {
    id: "C-09",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "C-09",
    reads: ["consistency.level", "consistency.fresh_reads"],
    facts: [],
    test: ({ consistency }) => and(is(consistency.level, "eventual"), is(consistency.fresh_reads, "stale_ok")),
  },
];

import type { Facts } from "./facts";
import { hasProduction, isSelfHosting, type Need } from "./need";
import type { Rule } from "./rule";
import { above, and, atLeast, has, is, not, or, type Tri, truth } from "./tri";

/** Question 4, the team: where it may run, who has run it, who is woken at night. */
export const OPS_RULES: readonly Rule[] = [
  {
    id: "O-01",
    step: "ops",
    effect: "ELIM",
    strength: "fact",
    source: "O-01",
    reads: ["ops.hosting"],
    facts: ["operations.managed_offerings"],
    on: "both",
    test: (need, system) => and(is(need.ops.hosting, "managed_only"), not(isOffered(system))),
    fact: offeringFact,
  },
  {
    id: "O-01b",
    step: "ops",
    effect: "ELIM",
    strength: "fact",
    source: "O-01",
    reads: ["ops.hosting", "ops.residency"],
    facts: ["deployment.on_prem"],
    on: "both",
    test: (need, system) => and(isSelfHosting(need), is(system.onPrem, false)),
    fact: (_, system) => ({ field: "deployment.on_prem", value: system.onPrem }),
  },
  {
    id: "O-03",
    step: "ops",
    effect: "ELIM",
    strength: "house_rule",
    source: "O-03",
    reads: ["ops.experience", "ops.hosting", "ops.residency", "ops.learning_months", "ops.db_experts"],
    facts: ["operations.self_host_difficulty"],
    test: (need, system) => and(isHardAndNew(need, system), not(canLearn(need))),
    params: (_, system) => ({ difficulty: system.difficulty ?? 0 }),
    fact: difficultyFact,
    thresholds: () => [
      { path: "ops.learning_months", at: 3 },
      { path: "ops.db_experts", at: 2 },
    ],
  },
  {
    id: "O-03b",
    step: "ops",
    effect: "COND",
    strength: "house_rule",
    source: "O-03",
    reads: ["ops.experience", "ops.hosting", "ops.residency", "ops.learning_months", "ops.db_experts"],
    facts: ["operations.self_host_difficulty"],
    test: (need, system) => and(isHardAndNew(need, system), canLearn(need)),
    params: (need) => ({ months: need.ops.learning_months ?? 0 }),
    fact: difficultyFact,
  },
  {
    id: "O-05",
    step: "ops",
    effect: "ELIM",
    strength: "fact",
    source: "O-05; correction E-30",
    reads: ["ops.extensions"],
    facts: ["extensions"],
    on: "hosting",
    test: (need, system) => extensionIs(need, system, "no"),
    params: (need, system) => ({ extension: extensionsThatAre(need, system, "no").join(", ") }),
    fact: (_, system) => ({ field: "extensions", value: system.extensions }),
  },
  {
    id: "O-05b",
    step: "ops",
    effect: "COND",
    strength: "fact",
    source: "O-05; correction E-30",
    reads: ["ops.extensions"],
    facts: ["extensions"],
    on: "hosting",
    test: (need, system) => extensionIs(need, system, "partly"),
    params: (need, system) => ({ extension: extensionsThatAre(need, system, "partly").join(", ") }),
    fact: (_, system) => ({ field: "extensions", value: system.extensions }),
  },
  {
    id: "O-10",
    step: "ops",
    effect: "ELIM",
    strength: "fact",
    source: "O-10",
    reads: ["ops.clouds", "ops.hosting"],
    facts: ["deployment.clouds", "operations.managed_offerings"],
    on: "both",
    test: (need, system) => and(cloudsGiven(need), not(runsInOneOf(need, system))),
    params: (need) => ({ clouds: (need.ops.clouds ?? []).join(", ") }),
    fact: (_, system) => ({ field: "deployment.clouds", value: { anywhere: system.clouds, managed: system.managedClouds } }),
  },
  {
    id: "O-02",
    step: "ops",
    effect: "COND",
    strength: "fact",
    source: "O-02",
    reads: ["ops.residency"],
    facts: [],
    test: (need) => is(need.ops.residency, "certified_managed"),
  },
  {
    id: "O-04",
    step: "ops",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "O-04",
    reads: ["ops.experience"],
    facts: ["engine_families"],
    points: 3,
    test: (need, system) => hasProduction(need, system.family),
  },
  {
    id: "O-04b",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "O-04",
    reads: ["ops.experience"],
    facts: ["engine_families"],
    points: 2,
    test: (need, system) => is(need.experience.get(system.family), "none"),
  },
  {
    id: "O-06",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "O-06",
    reads: ["ops.oncall", "ops.hosting", "ops.residency"],
    facts: ["operations.self_host_difficulty"],
    points: 3,
    test: (need, system) => and(not(atLeast(need.ops.oncall, 2)), isSelfHosting(need), atLeast(system.difficulty, 4)),
    params: (need) => ({ oncall: need.ops.oncall ?? 0 }),
    thresholds: () => [{ path: "ops.oncall", at: 2 }],
  },
  {
    id: "HOST-01",
    step: "ops",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "HOST-01; correction E-48",
    reads: ["ops.team_size", "ops.db_experts", "ops.hosting", "ops.clouds"],
    facts: ["operations.managed_offerings"],
    points: 3,
    test: (need, system) =>
      and(or(not(atLeast(need.ops.team_size, 10)), is(need.ops.db_experts, 0)), mayBeManaged(need), isOfferedWhereAllowed(need, system)),
    thresholds: () => [{ path: "ops.team_size", at: 10 }],
  },
  {
    id: "HOST-02",
    step: "ops",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "HOST-02; correction E-48",
    reads: ["ops.team_size", "ops.db_experts", "ops.hosting", "ops.clouds"],
    facts: ["operations.managed_offerings"],
    points: 1,
    test: (need, system) =>
      and(atLeast(need.ops.team_size, 10), is(need.ops.db_experts, 1), mayBeManaged(need), isOfferedWhereAllowed(need, system)),
  },
];

/** Someone offers it as a service, anywhere. */
export function isOffered(system: Facts): Tri {
  return truth(system.managedClouds && system.managedClouds.length > 0);
}

/** Someone offers it as a service in a cloud that is allowed; any cloud when none was named. */
export function isOfferedWhereAllowed(need: Need, system: Facts): Tri {
  if (!need.ops.clouds || need.ops.clouds.length === 0) return isOffered(system);
  return has(system.managedClouds, ...need.ops.clouds);
}

/** Whether hosting leaves room for a service: unless it was said that the team runs it. */
function mayBeManaged(need: Need): Tri {
  return truth(need.ops.hosting !== "self_host_only");
}

function isHardAndNew(need: Need, system: Facts): Tri {
  return and(is(need.experience.get(system.family), "none", "local"), isSelfHosting(need), atLeast(system.difficulty, 4));
}

function canLearn({ ops }: Need): Tri {
  return and(atLeast(ops.learning_months, 3), atLeast(ops.db_experts, 2));
}

function cloudsGiven({ ops }: Need): Tri {
  if (!ops.clouds) return "unknown";
  return above(ops.clouds.length, 0);
}

/** Managed in an allowed cloud, or installable there where hosting allows running it oneself. */
function runsInOneOf(need: Need, system: Facts): Tri {
  const clouds = need.ops.clouds ?? [];
  const installed = and(
    is(need.ops.hosting, "prefer_managed", "either", "self_host_only"),
    is(system.onPrem, true),
    has(system.clouds, ...clouds),
  );
  return or(has(system.managedClouds, ...clouds), installed);
}

function extensionsThatAre(need: Need, system: Facts, offer: "no" | "partly"): string[] {
  return (need.ops.extensions ?? []).filter((name) => system.extensions[name.toLowerCase()] === offer);
}

function extensionIs(need: Need, system: Facts, offer: "no" | "partly"): Tri {
  const asked = need.ops.extensions;
  if (!asked) return "unknown";
  if (extensionsThatAre(need, system, offer).length > 0) return "yes";
  return asked.some((name) => system.extensions[name.toLowerCase()] === undefined) ? "unknown" : "no";
}

function offeringFact(_: Need, system: Facts) {
  return { field: "operations.managed_offerings", value: system.managedClouds };
}

function difficultyFact(_: Need, system: Facts) {
  return { field: "operations.self_host_difficulty", value: system.difficulty };
}

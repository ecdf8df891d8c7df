import { CATALOGUE_FACTS, type Facts } from "./facts";
import { isAlive, isAsked, type Judged } from "./judge";
import type { Need } from "./need";
import { hasPrimaryRole } from "./rank";
import type { Companion, Evaluation } from "./schema";

type Finalist = Evaluation["shortlist"][number];
type Input = { need: Need; one: Judged; judged: ReadonlyMap<string, Judged>; companions: readonly Companion[] };

/** A shortlisted candidate with where it can run, what stands beside it, and who else of its family passed. */
export function finalistOf({ need, one, judged, companions }: Input): Finalist {
  const { facts, points } = one;
  const own = companions.filter(({ id, need: kind }) => kind !== "included" || extendsFinalist(id, facts));
  return {
    id: facts.id,
    name: facts.name,
    points,
    hosting: hostingOf(facts, judged),
    otherHosting: otherHostingOf({ need, facts, judged }),
    companions: own.map((companion) => companion.id).filter((id) => id !== facts.id),
    members: [...judged.values()]
      .filter((member) => member.facts.family === facts.family && member.facts.id !== facts.id && isAlive(member))
      .filter((member) => member.facts.kind !== "extension" && hasPrimaryRole(need, member.facts))
      .map(({ facts: { id, name, licence } }) => ({ id, name, licence })),
  };
}

/** Ids of the hosting entries of a candidate that no rule removed; for an extension only those known to offer it. */
export function hostingOf(facts: Facts, judged: ReadonlyMap<string, Judged>): string[] {
  const engine = facts.extends ?? facts.id;
  return CATALOGUE_FACTS.filter(
    (entry) => entry.hosts.includes(engine) && isPlace(entry) && isAlive(judged.get(entry.id)) && offers(entry, facts),
  ).map((entry) => entry.id);
}

function isPlace(entry: Facts): boolean {
  return entry.isChoice && entry.kind !== "tool";
}

function offers(entry: Facts, facts: Facts): boolean {
  return facts.extends === null || entry.extensions[facts.id] === "yes";
}

/** Services without an entry, in an allowed cloud, of the finalist and of the extensions asked for with it. */
function otherHostingOf({ need, facts, judged }: { need: Need; facts: Facts; judged: ReadonlyMap<string, Judged> }): string[] {
  if (need.ops.hosting === "self_host_only") return [];
  const clouds = need.ops.clouds ?? [];
  const extensions = [...judged.values()].filter((one) => one.facts.extends === facts.id && isAlive(one) && isAsked(need, one.facts));
  return [facts, ...extensions.map((one) => one.facts)]
    .flatMap((system) => system.otherOfferings)
    .filter((offering) => clouds.length === 0 || offering.clouds.some((cloud) => clouds.includes(cloud)))
    .map((offering) => offering.name);
}

function extendsFinalist(id: string, facts: Facts): boolean {
  return CATALOGUE_FACTS.find((system) => system.id === id)?.extends === facts.id;
}

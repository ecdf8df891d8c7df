import type { WorkloadShape } from "../answers/schema";
import type { Catalogue, System } from "../catalogue/schema";
import type { Facts } from "./facts";

type Cloud = System["deployment"]["clouds"][number];
/** Smallest price of a production set-up by catalogue id, see costs/footprint.ts; `own-servers` is a pair of servers. */
export type Footprints = Readonly<Record<string, number>>;

/**
 * Facts of every entry of a catalogue, with their prose. What `data/facts.json` keeps is this without prose.
 * @example factsOfCatalogue(CATALOGUE, smallestFootprints())[0].id // "postgresql"
 */
export function factsOfCatalogue({ systems }: Pick<Catalogue, "systems">, footprints: Footprints): Facts[] {
  const byId = new Map(systems.map((system) => [system.id, system]));
  return systems.map((system) => factsOf({ system, byId, footprints }));
}

type Input = { system: System; byId: ReadonlyMap<string, System>; footprints: Footprints };

function factsOf({ system, byId, footprints }: Input): Facts {
  const { consistency, scale, operations, licence, deployment } = system;
  const shapes = Object.keys(system.workload_fit) as WorkloadShape[];
  const engines = system.hosts.map((id) => byId.get(id)).filter((engine) => engine !== undefined);
  return {
    id: system.id,
    name: system.name,
    kind: system.kind,
    isChoice: ["active", "new", "renamed"].includes(system.status),
    family: system.engine_families[0] ?? system.id,
    hosts: system.hosts,
    extends: system.extends,
    extensionFor: system.extension_for,
    roles: system.roles,
    fit: Object.fromEntries(shapes.map((shape) => [shape, system.workload_fit[shape].fit])),
    fitReasons: Object.fromEntries(shapes.map((shape) => [shape, system.workload_fit[shape].reason])),
    transactions: system.transactions,
    txScope: system.tx_scope,
    strongest: consistency.strongest.ladder,
    default: consistency.default.ladder,
    freshAvailable: consistency.fresh_reads_available,
    freshDefault: consistency.fresh_reads_default,
    freshSetting: consistency.fresh_read_setting,
    lossWindow: system.loss_window,
    regionWrites: system.replication.multi_region_writes,
    writeScaling: scale.write_scaling,
    writesTypical: scale.single_node_writes_per_s.typical,
    writesMax: scale.single_node_writes_per_s.tuned_max,
    nodeGb: scale.single_node_storage_tb === null ? null : scale.single_node_storage_tb * 1_000,
    maxGb: system.limits.max_gb,
    difficulty: operations.self_host_difficulty,
    failoverS: operations.failover_s,
    commonness: system.skills_commonness,
    licence: licence.id,
    // The policy is about the engine one can leave with, so a service is judged by the engines it hosts.
    osiApproved: engines.length > 0 ? engines.some((engine) => engine.licence.osi_approved) : licence.osi_approved,
    freeToSelfHost: licence.free_to_self_host,
    copyleft: licence.copyleft,
    steward: licence.steward,
    modes: deployment.modes,
    clouds: deployment.clouds,
    onPrem: deployment.on_prem,
    managedClouds: managedCloudsOf(system, byId),
    otherOfferings: operations.other_offerings,
    pricing: [...new Set([system, ...hostingOf(system, byId)].flatMap((entry) => entry.pricing_shapes))],
    lockIn: system.lock_in.total,
    footprint: footprintOf({ system, byId, footprints }),
    extensions: system.extensions,
    features: system.features,
    drivers: system.drivers,
    confidence: system.confidence,
    sources: system.sources,
  };
}

function hostingOf(system: System, byId: Input["byId"]): System[] {
  return system.operations.managed_offerings.map((id) => byId.get(id)).filter((entry) => entry !== undefined);
}

function managedCloudsOf(system: System, byId: Input["byId"]): Cloud[] {
  if (system.kind === "managed service" || !system.deployment.on_prem) return system.deployment.clouds;
  const offered = [
    ...hostingOf(system, byId).map((entry) => entry.deployment.clouds),
    ...system.operations.other_offerings.map((o) => o.clouds),
  ];
  return [...new Set(offered.flat())];
}

/** Three nodes for quorum systems, a pair otherwise; a library costs nothing beside the application. */
function footprintOf({ system, footprints }: Input): Facts["footprint"] {
  const { deployment, scale, licence } = system;
  const managed = footprints[system.id] ?? null;
  if (!deployment.on_prem || !licence.free_to_self_host) return { managed, self: null };
  if (deployment.modes.every((mode) => mode === "embedded" || mode === "library")) return { managed, self: 0 };
  const pair = footprints["own-servers"];
  const needsQuorum = ["sharded", "distributed"].includes(scale.write_scaling) && !deployment.modes.includes("single server");
  return { managed, self: pair === undefined ? null : Math.floor(needsQuorum ? (pair / 2) * 3 : pair) };
}

import type { WorkloadShape } from "../answers/schema";
import { CATALOGUE } from "../catalogue/catalogue";
import type { Fit, Ladder, System } from "../catalogue/schema";
import type { CustomSystem } from "./schema";

type Cloud = System["deployment"]["clouds"][number];
type Mode = System["deployment"]["modes"][number];

/** What the rules may know of a candidate, flat. Null is unknown and eliminates nothing. */
export type Facts = {
  id: string;
  name: string;
  kind: System["kind"] | null;
  isChoice: boolean;
  family: string;
  hosts: string[];
  extends: string | null;
  extensionFor: WorkloadShape[];
  roles: System["roles"] | null;
  fit: Partial<Record<WorkloadShape, Fit>>;
  fitReasons: Partial<Record<WorkloadShape, string>>;
  transactions: System["transactions"] | null;
  txScope: System["tx_scope"];
  strongest: Ladder | null;
  default: Ladder | null;
  freshAvailable: System["consistency"]["fresh_reads_available"] | null;
  freshDefault: System["consistency"]["fresh_reads_default"] | null;
  freshSetting: string | null;
  lossWindow: System["loss_window"];
  regionWrites: System["replication"]["multi_region_writes"] | null;
  writeScaling: System["scale"]["write_scaling"] | null;
  writesTypical: number | null;
  writesMax: number | null;
  /** Practical size of one node in GB, a judgement. */
  nodeGb: number | null;
  /** Documented limit in GB. */
  maxGb: number | null;
  difficulty: number | null;
  failoverS: number | null;
  commonness: number | null;
  licence: string;
  osiApproved: boolean | null;
  freeToSelfHost: boolean | null;
  copyleft: System["licence"]["copyleft"];
  steward: System["licence"]["steward"];
  modes: Mode[] | null;
  clouds: Cloud[] | null;
  onPrem: boolean | null;
  /** Clouds in which someone else runs it: itself when it is a service, else through its offerings. */
  managedClouds: Cloud[] | null;
  otherOfferings: System["operations"]["other_offerings"];
  pricing: System["pricing_shapes"] | null;
  lockIn: number | null;
  extensions: System["extensions"];
  features: string[];
  drivers: string[];
  confidence: System["confidence"] | null;
  sources: string[];
};

const byId = new Map(CATALOGUE.systems.map((system) => [system.id, system]));

/** Facts of every catalogue entry, in catalogue order. */
export const CATALOGUE_FACTS: readonly Facts[] = CATALOGUE.systems.map(factsOf);

const factsById = new Map(CATALOGUE_FACTS.map((facts) => [facts.id, facts]));

/** Facts of one catalogue entry by id, or undefined. */
export function findFacts(id: string): Facts | undefined {
  return factsById.get(id);
}

/** Facts of a system the team added; everything it leaves out is null. */
export function factsOfCustom(custom: CustomSystem): Facts {
  return {
    id: custom.id,
    name: custom.name,
    kind: null,
    isChoice: true,
    family: custom.id,
    hosts: [],
    extends: null,
    extensionFor: [],
    roles: null,
    fit: custom.workload_fit ?? {},
    fitReasons: {},
    transactions: custom.transactions ?? null,
    txScope: null,
    strongest: custom.strongest ?? null,
    default: custom.default ?? null,
    freshAvailable: custom.fresh_reads_available ?? null,
    freshDefault: custom.fresh_reads_default ?? null,
    freshSetting: null,
    lossWindow: custom.loss_window ?? null,
    regionWrites: custom.multi_region_writes ?? null,
    writeScaling: custom.write_scaling ?? null,
    writesTypical: custom.writes_typical ?? null,
    writesMax: custom.writes_tuned_max ?? null,
    nodeGb: null,
    maxGb: custom.max_gb ?? null,
    difficulty: custom.self_host_difficulty ?? null,
    failoverS: null,
    commonness: custom.skills_commonness ?? null,
    licence: "",
    osiApproved: custom.osi_approved ?? null,
    freeToSelfHost: custom.free_to_self_host ?? null,
    copyleft: null,
    steward: null,
    modes: custom.modes ?? null,
    clouds: custom.clouds ?? null,
    onPrem: custom.on_prem ?? null,
    managedClouds: managedCloudsOfCustom(custom),
    otherOfferings: [],
    pricing: null,
    lockIn: custom.lock_in ?? null,
    extensions: {},
    features: [],
    drivers: [],
    confidence: null,
    sources: [],
  };
}

function factsOf(system: System): Facts {
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
    managedClouds: managedCloudsOf(system),
    otherOfferings: operations.other_offerings,
    pricing: [...new Set([system, ...hostingOf(system)].flatMap((entry) => entry.pricing_shapes))],
    lockIn: system.lock_in.total,
    extensions: system.extensions,
    features: system.features,
    drivers: system.drivers,
    confidence: system.confidence,
    sources: system.sources,
  };
}

function hostingOf(system: System): System[] {
  return system.operations.managed_offerings.map((id) => byId.get(id)).filter((entry) => entry !== undefined);
}

function managedCloudsOf(system: System): Cloud[] {
  if (system.kind === "managed service" || !system.deployment.on_prem) return system.deployment.clouds;
  const offered = [...hostingOf(system).map((entry) => entry.deployment.clouds), ...system.operations.other_offerings.map((o) => o.clouds)];
  return [...new Set(offered.flat())];
}

function managedCloudsOfCustom({ managed, clouds }: CustomSystem): Cloud[] | null {
  if (managed === undefined) return null;
  return managed ? (clouds ?? null) : [];
}

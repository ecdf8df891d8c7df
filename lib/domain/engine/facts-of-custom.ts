import { type Facts, familyOf } from "./facts";
import type { CustomSystem } from "./schema";

/** Facts of a system the team added; everything it leaves out is null. */
export function factsOfCustom(custom: CustomSystem): Facts {
  return {
    id: custom.id,
    name: custom.name,
    kind: null,
    isChoice: true,
    family: custom.family ?? custom.id,
    hosts: [],
    extends: null,
    extensionFor: [],
    roles: custom.roles ?? null,
    fit: custom.workload_fit ?? {},
    fitReasons: {},
    transactions: custom.transactions ?? null,
    txScope: custom.tx_scope ?? null,
    strongest: custom.strongest ?? null,
    default: custom.default ?? null,
    freshAvailable: custom.fresh_reads_available ?? null,
    freshDefault: custom.fresh_reads_default ?? null,
    freshSetting: custom.fresh_read_setting ?? null,
    lossWindow: custom.loss_window ?? null,
    regionWrites: custom.multi_region_writes ?? null,
    writeScaling: custom.write_scaling ?? null,
    writesTypical: custom.writes_typical ?? null,
    writesMax: custom.writes_tuned_max ?? null,
    nodeGb: custom.node_gb ?? null,
    maxGb: custom.max_gb ?? null,
    difficulty: custom.self_host_difficulty ?? null,
    failoverS: custom.failover_s ?? null,
    commonness: custom.skills_commonness ?? null,
    licence: "",
    osiApproved: custom.osi_approved ?? null,
    freeToSelfHost: custom.free_to_self_host ?? null,
    copyleft: custom.copyleft ?? null,
    steward: custom.steward ?? null,
    modes: custom.modes ?? null,
    clouds: custom.clouds ?? null,
    onPrem: custom.on_prem ?? null,
    managedClouds: managedCloudsOfCustom(custom),
    otherOfferings: [],
    pricing: custom.pricing_shapes ?? null,
    lockIn: custom.lock_in ?? null,
    footprint: { managed: custom.managed_usd_month ?? null, self: custom.self_usd_month ?? null },
    extensions: Object.fromEntries((custom.extensions ?? []).map((name) => [name.toLowerCase(), "yes" as const])),
    features: custom.features ?? [],
    drivers: custom.drivers ?? [],
    confidence: custom.confidence ?? null,
    sources: [],
  };
}

function managedCloudsOfCustom({ managed, clouds }: CustomSystem): Facts["managedClouds"] {
  if (managed === undefined) return null;
  return managed ? (clouds ?? null) : [];
}

export const NO_FAMILY = "No such engine. Name one of the catalogue, for example postgresql.";

/** Whether an own candidate may say that it is a kind of this: an engine of the catalogue, or nothing. `isFamily("aurora")` is false. */
export const isFamily = (id: string | undefined): boolean => id === undefined || familyOf(id) === id;

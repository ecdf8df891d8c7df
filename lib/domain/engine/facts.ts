import type { WorkloadShape } from "../answers/schema";
import type { Fit, Ladder, System } from "../catalogue/schema";
import data from "./data/facts.json";

type Cloud = System["deployment"]["clouds"][number];
type Mode = System["deployment"]["modes"][number];

/** What the rules may know of a candidate, flat. Null is unknown and eliminates nothing. `fitReasons` and `sources` are prose: see facts-told.ts. */
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
  /**
   * Smallest production set-up in USD a month: bought as a service, and run by oneself on rented servers without labour.
   * Null where the price book knows none; run by oneself also where that is not possible or not free.
   */
  footprint: { managed: number | null; self: number | null };
  extensions: System["extensions"];
  features: string[];
  drivers: string[];
  confidence: System["confidence"] | null;
  sources: string[];
};

/** The facts as data/facts.json keeps them: prose left out, so that a browser can carry the whole table. */
export type StoredFacts = Omit<Facts, "fitReasons" | "sources">;

const STORED = data as unknown as { version: string; facts: StoredFacts[] };

/** Version of the catalogue that the facts were taken from. */
export const FACTS_VERSION: string = STORED.version;

/** Facts of every catalogue entry without prose, in catalogue order. */
export const CATALOGUE_FACTS: readonly Facts[] = STORED.facts.map((stored) => ({ ...stored, fitReasons: {}, sources: [] }));

const factsById = new Map(CATALOGUE_FACTS.map((facts) => [facts.id, facts]));

/** Facts of one catalogue entry by id, or undefined. */
export function findFacts(id: string): Facts | undefined {
  return factsById.get(id);
}

/**
 * The engine family behind a system id: its own, or its engine's for a service that hosts exactly one. An id that the
 * catalogue does not know, and a service that hosts several engines, give null. `familyOf("aurora-postgresql")` is
 * `"postgresql"`, `familyOf("mariadb")` is `"mysql"`, `familyOf("amazon-rds")` is null.
 */
export function familyOf(id: string): string | null {
  const facts = factsById.get(id);
  if (!facts) return null;
  const [hosted, ...others] = facts.hosts;
  if (!hosted) return facts.family;
  return others.length > 0 ? null : familyOf(hosted);
}

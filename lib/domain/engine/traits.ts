import type { Facts } from "./facts";
import { family, type Need } from "./need";
import { above, and, has, is, not, type Tri, truth } from "./tri";

/** Only library or embedded modes: a file or memory inside one process. Unknown without known modes. */
export function isLibraryOnly(system: Facts): Tri {
  if (!system.modes) return "unknown";
  return truth(system.modes.every((mode) => mode === "embedded" || mode === "library"));
}

/** A store built for documents rather than one that also keeps them. */
export function isDocumentEngine(system: Facts): Tri {
  return and(is(system.fit.document, "native"), not(is(system.fit.relational, "native", "good")));
}

/** Time series above 50,000 rows a second, where dedicated stores become eligible (W-06). */
export function isFastTimeSeries(need: Need): Tri {
  return and(is(need.workload.primary, "time_series"), above(need.y3.writes_s, 50_000));
}

/** Native or good at time series. */
export function suitsTimeSeries(system: Facts): Tri {
  return is(system.fit.time_series, "native", "good");
}

/** Whether this candidate would be one more store beside those that run. */
export function isNewStore(need: Need, system: Facts): boolean {
  return !need.stores.has(family(system.family));
}

/** Whether the system is sharded or distributed in every form it comes in; one node of MongoDB is not a cluster. */
export function needsCluster(system: Facts): Tri {
  return and(is(system.writeScaling, "sharded", "distributed"), not(has(system.modes, "single server")));
}

/** Of the family that leads by default (G-06). */
export function isPostgres(system: Facts): boolean {
  return system.family === "postgresql";
}

/** People other than the team will run it. */
export function othersRunIt({ frame }: Need): Tri {
  return is(frame.distribution, "shipped_to_customers", "appliance", "several");
}

/** Developers want it on their machines and cannot have it. */
export function needsLocalCopy(need: Need, system: Facts): Tri {
  return and(is(need.frame.local_parity, "yes"), is(system.onPrem, false));
}

/** A time-series store without transactions that may lose samples: for monitoring, not for records (SEC-05). */
export function isMonitoring(system: Facts): Tri {
  return and(is(system.fit.time_series, "native"), is(system.transactions, "none"), is(system.lossWindow, "seconds"));
}

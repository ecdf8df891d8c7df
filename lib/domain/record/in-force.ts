import type { LifeStatus } from "./life-cycle";

/** Accepted once, whatever became of it later: the record is there, sealed and numbered. Apart, as every page reads it. */
export const IN_FORCE: ReadonlySet<LifeStatus> = new Set(["accepted", "deprecated", "superseded"]);

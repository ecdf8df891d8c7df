import "server-only";

/** What the browser is told of a page that failed for want of the database; error pages read it as the error's digest. */
const AWAY_DIGEST = "database-away";
/** A page is rendered and answered within this. */
const MEANT_MS = 5_000;

/** The error that a page throws while the database is away: where the database lives is nobody's business in a log. */
export function databaseAway(): Error {
  holder().at = performance.now();
  return Object.assign(new Error("The database is away."), { digest: AWAY_DIGEST });
}

/** True when a page of this process has just found the database away. */
export function wasJustAway(): boolean {
  const { at } = holder();
  return at !== undefined && performance.now() - at < MEANT_MS;
}

/** On globalThis, because Next bundles its own copy of this module beside the one the server runs from. */
function holder(): { at?: number } {
  const global = globalThis as { __shortlistAway?: { at?: number } };
  global.__shortlistAway ??= {};
  return global.__shortlistAway;
}

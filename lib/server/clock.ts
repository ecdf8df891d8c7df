import "server-only";

/** A moment of the database's clock, and when this process read it by its own monotonic one. */
type Anchor = { databaseMs: number; readAt: number };

/**
 * The only clock outside the database, and it goes by the database: processes of one instance may disagree about the time
 * and may be set while they run, but what expires, who was away and how long a timer runs is one answer for all of them.
 * Until the database was asked once it is this machine's.
 */
export const now = (): Date => {
  const { anchor } = holder();
  return new Date(anchor === undefined ? Date.now() : anchor.databaseMs + (performance.now() - anchor.readAt));
};

/** Sets the clock by the database; again from time to time, as crystals drift. */
export async function followDatabaseClock(read: () => Promise<Date>): Promise<void> {
  const askedAt = performance.now();
  const databaseMs = (await read()).getTime();
  const answeredAt = performance.now();
  holder().anchor = { databaseMs, readAt: (askedAt + answeredAt) / 2 };
}

/** On globalThis, because Next bundles its own copy of this module beside the one the server runs from. */
function holder(): { anchor?: Anchor } {
  const global = globalThis as { __shortlistClock?: { anchor?: Anchor } };
  global.__shortlistClock ??= {};
  return global.__shortlistClock;
}

let isWanted = false;
const listeners = new Set<() => void>();

/** Somebody pressed the key that reveals: the panel that asks "sure?" takes it up, here or on the page where it stands. */
export const revealWish = {
  /** False where no such panel stands on this page yet. */
  make(): boolean {
    isWanted = true;
    for (const listener of listeners) listener();
    return !isWanted;
  },
  /** True once for each wish. */
  take(): boolean {
    const was = isWanted;
    isWanted = false;
    return was;
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

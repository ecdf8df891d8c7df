/** What stands in the fields of one form, by their names. */
export type Typed = Readonly<Record<string, unknown>>;

export type UnsentStore = {
  /** The same object until it changes; null where nothing waits. */
  read(key: string): Typed | null;
  /** Null forgets it. */
  write(key: string, typed: Typed | null): void;
  subscribe(listener: () => void): () => void;
  count(): number;
  clear(): void;
};

const PREFIX = "shortlist.unsent.";
const KEPT_MS = 30 * 86_400_000;

/**
 * What somebody typed into a form and has not sent, kept on this device so that neither a reload nor a crash takes it.
 * Where storage is blocked it lasts as long as the page. What nobody sent within thirty days is forgotten.
 */
export function createUnsentStore({ open, now }: { open: () => Storage; now: () => number }): UnsentStore {
  const known = new Map<string, Typed | null>();
  const listeners = new Set<() => void>();

  function attempt<T>(work: (storage: Storage) => T, otherwise: T): T {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  }
  const keysOf = (storage: Storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  const tell = () => {
    for (const listener of listeners) listener();
  };

  attempt((storage) => {
    for (const key of keysOf(storage)) if (parse(storage.getItem(key), now() - KEPT_MS) === null) storage.removeItem(key);
  }, undefined);

  return {
    read(key) {
      const typed = known.get(key);
      if (typed !== undefined) return typed;
      const stored = attempt((storage) => parse(storage.getItem(PREFIX + key), now() - KEPT_MS), null);
      known.set(key, stored);
      return stored;
    },
    write(key, typed) {
      known.set(key, typed);
      attempt((storage) => {
        if (typed === null) storage.removeItem(PREFIX + key);
        else storage.setItem(PREFIX + key, JSON.stringify({ at: now(), typed }));
      }, undefined);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    count: () => attempt((storage) => keysOf(storage).length, 0),
    clear() {
      attempt((storage) => {
        for (const key of keysOf(storage)) storage.removeItem(key);
      }, undefined);
      known.clear();
      tell();
    },
  };
}

/** Storage is a device's own: anything may stand there. */
function parse(stored: string | null, oldest: number): Typed | null {
  try {
    const kept: unknown = JSON.parse(stored ?? "null");
    if (!isRecord(kept) || !isRecord(kept.typed) || typeof kept.at !== "number") return null;
    return kept.at < oldest ? null : kept.typed;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

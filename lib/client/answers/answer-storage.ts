import { createStore, delMany, entries, setMany, type UseStore } from "idb-keyval";
import type { OutboxEntry } from "@/lib/domain/answers/outbox-state";
import { readStoredEntry } from "@/lib/domain/answers/outbox-status";
import type { QuestionId } from "@/lib/domain/answers/schema";

export type OutboxOwner = { worksheetId: string; memberId: string; question: QuestionId };

/** Where unsent answers outlive the page. Both calls settle even when the device refuses to store anything. */
export type AnswerStorage = {
  read(): Promise<Record<string, OutboxEntry>>;
  /** Null forgets the field. All changes of one call are stored together or not at all. */
  write(changes: Readonly<Record<string, OutboxEntry | null>>): Promise<void>;
  /** False once the device refused: answers then wait in memory only, and the screen says so. */
  isDurable(): boolean;
};

export function ownerKey({ worksheetId, memberId, question }: OutboxOwner): string {
  return `${worksheetId}/${memberId}/${question}/`;
}

/** IndexedDB, one record per field, so that two tabs on different fields never overwrite each other. */
export function indexedDbStorage(owner: OutboxOwner): AnswerStorage {
  const prefix = ownerKey(owner);
  let isDurable = true;

  async function attempt<T>(work: (store: UseStore) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work(openStore());
    } catch {
      // Private windows and full disks refuse. The outbox goes on in memory.
      isDurable = false;
      return otherwise;
    }
  }

  return {
    read: () => attempt((store) => readEntries(store, prefix), {}),
    write: (changes) => attempt((store) => writeEntries(store, prefix, changes), undefined),
    isDurable: () => isDurable,
  };
}

let store: UseStore | undefined;

function openStore(): UseStore {
  store ??= createStore("shortlist-answers", "outbox");
  return store;
}

async function readEntries(from: UseStore, prefix: string): Promise<Record<string, OutboxEntry>> {
  const found: Record<string, OutboxEntry> = {};
  for (const [key, stored] of await entries<string, unknown>(from)) {
    const entry = typeof key === "string" && key.startsWith(prefix) ? readStoredEntry(stored) : null;
    if (entry) found[key.slice(prefix.length)] = entry;
  }
  return found;
}

async function writeEntries(to: UseStore, prefix: string, changes: Readonly<Record<string, OutboxEntry | null>>): Promise<void> {
  const kept: [string, OutboxEntry][] = [];
  const gone: string[] = [];
  for (const [field, entry] of Object.entries(changes)) {
    if (entry) kept.push([prefix + field, entry]);
    else gone.push(prefix + field);
  }
  if (kept.length > 0) await setMany(kept, to);
  if (gone.length > 0) await delMany(gone, to);
}

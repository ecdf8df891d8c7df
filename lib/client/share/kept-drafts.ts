import { clear, createStore, keys, type UseStore } from "idb-keyval";
import { unsent } from "../unsent/use-unsent";

/** Every store on this device in which something typed may wait for the server; undefined is the library's own. */
const STORES: (() => UseStore | undefined)[] = [() => undefined, () => createStore("shortlist-answers", "outbox")];

/** How many changes on this device the server does not have yet, saved by themselves or typed into a form that was never sent; 0 where storage is blocked. */
export async function countKeptDrafts(): Promise<number> {
  const found = await Promise.all(STORES.map(async (open) => (await keys(open())).length)).catch(() => [0]);
  return found.reduce((sum, count) => sum + count, unsent.count());
}

/** Forgets all of them, so that whoever uses this browser next finds nothing of what was typed. */
export async function forgetKeptDrafts(): Promise<void> {
  unsent.clear();
  // Where storage is blocked there is nothing to forget.
  await Promise.all(STORES.map((open) => clear(open()))).catch(() => undefined);
}

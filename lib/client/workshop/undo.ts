export type UndoOffer = { text: string; undo: () => void };

let current: UndoOffer | null = null;
const listeners = new Set<() => void>();

/** The last act that can be taken back, one at a time for the whole tab. */
export const undoOffer = {
  get: () => current,
  set(offer: UndoOffer | null) {
    current = offer;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

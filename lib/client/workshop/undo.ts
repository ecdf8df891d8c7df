export type UndoOffer = {
  /** What was done, in words, or the fields that were changed: whoever shows it has the words for those. */
  text?: string;
  fields?: readonly string[];
  /** Not worth a word of its own: only the command menu and Ctrl+Z offer it. */
  isQuiet?: boolean;
  undo: () => void;
};

let current: UndoOffer | null = null;
const listeners = new Set<() => void>();

/** The last act that can be taken back, one at a time for the whole tab. */
export const undoOffer = {
  get: () => current,
  set(offer: UndoOffer | null) {
    current = offer;
    for (const listener of listeners) listener();
  },
  /** Takes the last act back, once. False where there is none. */
  take(): boolean {
    const offer = current;
    undoOffer.set(null);
    offer?.undo();
    return offer !== null;
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

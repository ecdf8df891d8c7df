/** Starts a wait and gives the way to call it off. */
export type Later = (run: () => void, ms: number) => () => void;

export const later: Later = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Waits so many milliseconds for somebody and then gives up, but never while anything holds it: a pointer on it, the keyboard
 * in it, a hidden tab. Let go of by all, it waits the whole time anew. `renew` starts over.
 */
export function createPatience({ ms, onEnd, wait = later }: { ms: number; onEnd: () => void; wait?: Later }) {
  const holds = new Set<string>();
  let callOff: (() => void) | null = null;
  const renew = () => {
    callOff?.();
    callOff = holds.size > 0 ? null : wait(onEnd, ms);
  };
  return {
    renew,
    set(why: string, isHeld: boolean) {
      if (isHeld === holds.has(why)) return;
      if (isHeld) holds.add(why);
      else holds.delete(why);
      renew();
    },
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}

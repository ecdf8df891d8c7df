type Later = (run: () => void, ms: number) => void;

const PAUSE_MS = 3_000;
/** Screen readers say only what changes: the same words again need something that nobody sees or hears. */
const AGAIN = "\u00a0";

/**
 * Says one message at a time with a pause behind each. Words that wait already, or were said a moment ago, are not said
 * twice; the same words later are news again.
 */
export function createAnnouncer(later: Later) {
  const waiting: string[] = [];
  const listeners = new Set<() => void>();
  let spoken = "";
  let said: string | null = null;
  let isPausing = false;

  function speak() {
    const next = waiting.shift();
    isPausing = next !== undefined;
    said = next ?? null;
    if (next === undefined) return;
    spoken = next === spoken ? `${next}${AGAIN}` : next;
    for (const listener of listeners) listener();
    later(speak, PAUSE_MS);
  }

  return {
    say(text: string) {
      if ((waiting.at(-1) ?? said) === text) return;
      waiting.push(text);
      if (!isPausing) speak();
    },
    spoken: () => spoken,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

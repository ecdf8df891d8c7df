import type { Control, Early } from "./replay-early";

declare global {
  interface Window {
    /** What somebody did before the page's scripts were there; filled by `NOTE_EARLY_INPUT`. */
    earlyInput?: { used: WeakSet<EventTarget>; form: EventTarget | null; hold: (event: Event) => void };
  }
}

/** Replays in the order in which they were taken up, fetched only when somebody was early. */
let replayed: Promise<unknown> = Promise.resolve();

function replay(early: Early) {
  replayed = Promise.all([replayed, import("./replay-early")]).then(([, module]) => module.replayEarly(early));
}

/** Once the page is awake forms are sent by itself, and one that was held is sent now, after what was typed into it is known. */
export function takeUpEarlySubmit(): void {
  const early = window.earlyInput;
  if (early === undefined) return;
  removeEventListener("submit", early.hold, true);
  const { form } = early;
  early.form = null;
  if (form !== null) replay({ form });
}

/**
 * A ref for native controls that the server draws: what somebody typed or chose while the scripts were still on their way
 * is taken as if it were done now. React keeps it on the screen and knows nothing of it, so it would be seen and never
 * saved. What a browser restores by itself is nobody's input and stays out.
 */
export function takeUpEarly(control: Control | null): void {
  if (control === null || !window.earlyInput?.used.delete(control)) return;
  // Read now: the effects of what holds the value may write what the server knew once more.
  replay({ control, value: control.value, isTicked: "checked" in control && control.checked });
}

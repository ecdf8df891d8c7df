type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
  interface Window {
    /** What somebody did before the page's scripts were there; filled by `NOTE_EARLY_INPUT`. */
    earlyInput?: { used: WeakSet<EventTarget>; form: EventTarget | null; hold: (event: Event) => void };
  }
}

/**
 * Put into every page before its scripts: notes which controls are used meanwhile, and holds a form that is sent, which
 * would load the page anew and lose what is in it.
 */
export const NOTE_EARLY_INPUT =
  "(function(w,e){e=w.earlyInput={used:new WeakSet,form:null,hold:function(s){s.preventDefault();e.form=s.target}};" +
  'addEventListener("input",function(i){i.isTrusted&&e.used.add(i.target)},true);addEventListener("submit",e.hold,true)})(window)';

/** Once the page is awake forms are sent by itself, and one that was held is sent now, after what was typed into it is known. */
export function takeUpEarlySubmit(): void {
  const early = window.earlyInput;
  if (early === undefined) return;
  removeEventListener("submit", early.hold, true);
  const { form } = early;
  early.form = null;
  if (form instanceof HTMLFormElement) setTimeout(() => form.isConnected && form.requestSubmit());
}

/**
 * A ref for native controls that the server draws: what somebody typed or chose while the scripts were still on their way
 * is taken as if it were done now. React keeps it on the screen and knows nothing of it, so it would be seen and never
 * saved. What a browser restores by itself is nobody's input and stays out.
 */
export function takeUpEarly(control: Control | null): void {
  if (control === null || !window.earlyInput?.used.delete(control)) return;
  const { value } = control;
  const caret = "selectionStart" in control ? control.selectionStart : null;
  const isTick = control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");
  const isTicked = isTick && control.checked;
  // Later than the effects of what holds the value, which may write what the server knew once more.
  setTimeout(() => {
    if (isTick) tick(control, isTicked);
    else type(control, value, caret);
  });
}

/** React tells `onChange` only of what differs from what it saw last, so it is shown something else first. */
function tick(control: HTMLInputElement, isTicked: boolean): void {
  control.checked = !isTicked;
  control.click();
}

function type(control: Control, value: string, caret: number | null): void {
  const isText = !(control instanceof HTMLSelectElement);
  if (isText) control.value = `${value} `;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  if (isText && caret !== null && control === document.activeElement) control.setSelectionRange(caret, caret);
  for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type Early = { control: Control; value: string; isTicked: boolean } | { form: EventTarget };

/** Does again what somebody did before the page could hear it. */
export function replayEarly(early: Early): void {
  if ("form" in early) {
    if (early.form instanceof HTMLFormElement && early.form.isConnected) early.form.requestSubmit();
    return;
  }
  const { control, value, isTicked } = early;
  const isTick = control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");
  if (isTick) tick(control, isTicked);
  else type(control, value);
}

/** React tells `onChange` only of what differs from what it saw last, so it is shown something else first. */
function tick(control: HTMLInputElement, isTicked: boolean): void {
  control.checked = !isTicked;
  control.click();
}

function type(control: Control, early: string): void {
  const isText = !(control instanceof HTMLSelectElement);
  // Whoever types on while this is fetched is not set back.
  const value = control.value.startsWith(early) ? control.value : early;
  const isIn = control === document.activeElement && control.value === value;
  const caret = isText && isIn ? control.selectionStart : null;
  if (isText) control.value = `${value} `;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  if (isText && caret !== null) control.setSelectionRange(caret, caret);
  for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

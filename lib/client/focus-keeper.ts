/**
 * Keeps the keyboard's place on the page. When what had the focus is taken away (a row deleted, a form put in a button's
 * stead, a dialog closed), browsers drop it to the top, and whoever works without a mouse begins anew. Here it goes on
 * to what stands at that place now; a button that was only busy gets it back.
 */
export function keepFocus(): void {
  let place: Place | null = null;
  let outside: Place | null = null;
  let isKeyboard = true;
  let wasBusy = false;
  let waited = 0;
  let isLooking = false;

  const remember = () => {
    const element = focused();
    if (element === null) return;
    place = placeOf(element);
    wasBusy = false;
    waited = 0;
    if (!element.closest(DIALOG)) outside = place;
  };
  const lookIn = (ms: number) => {
    if (isLooking) return;
    isLooking = true;
    setTimeout(() => {
      isLooking = false;
      if (isKeyboard && place !== null && focused() === null) look(place);
    }, ms);
  };
  const look = (lost: Place) => {
    const isHere = lost.element.isConnected && lost.element.checkVisibility();
    const target = isHere ? lost.element : placeFor(lost.isInDialog && outside ? outside : lost);
    // What is busy takes no focus: it may be free in a moment, or stay so, and then the next one has to do.
    if (!target.matches(":disabled")) {
      if (!isHere || wasBusy) target.focus();
    } else if (waited < BUSY_AT_MOST_MS) {
      waited += LOOKS_AGAIN_MS;
      lookIn(LOOKS_AGAIN_MS);
    } else {
      placeFor(lost, ENABLED).focus();
    }
  };
  remember();
  document.addEventListener("focusin", remember);
  document.addEventListener("keydown", () => (isKeyboard = true), { capture: true });
  document.addEventListener("pointerdown", () => (isKeyboard = false), { capture: true });
  new MutationObserver(() => {
    // Browsers take the focus from what is disabled a moment later, and by then a quick reply may have freed it again.
    wasBusy ||= place?.element.matches(":disabled") ?? false;
    if (isKeyboard && place !== null && focused() === null) lookIn(SETTLES_MS);
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
}

/** By then whoever wanted to place the focus by itself has done so. */
const SETTLES_MS = 60;
const LOOKS_AGAIN_MS = 250;
const BUSY_AT_MOST_MS = 1_500;
const BEFORE_KEPT = 40;
const DIALOG = "[role=dialog]";
const FIELDS = ["button", "input", "select", "textarea"];
const OTHERS = ["a[href]", "summary", "[tabindex='0']"];
const TABBABLE = [...OTHERS, ...FIELDS].join();
const ENABLED = [...OTHERS, ...FIELDS.map((field) => `${field}:enabled`)].join();

/** Where the focus was: the element, what contains it from near to far, and what Tab reaches before it, the nearest first. */
type Place = { element: HTMLElement; around: HTMLElement[]; before: HTMLElement[]; path: string; isInDialog: boolean };

function focused(): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement) around.push(one);
  const all = reachable(TABBABLE);
  const at = all.indexOf(element);
  const before = all.slice(Math.max(0, at - BEFORE_KEPT), Math.max(0, at)).reverse();
  return { element, around, before, path: location.pathname, isInDialog: element.closest(DIALOG) !== null };
}

function reachable(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
}

/** What stands at a place now, as near as possible to it; the screen as a whole where that is another one. */
function placeFor({ element, around, before, path }: Place, selector = TABBABLE): HTMLElement {
  const main = document.querySelector<HTMLElement>("main") ?? document.body;
  const near = around.filter((one) => one.isConnected);
  const all = reachable(selector).filter((one) => selector === TABBABLE || one !== element);
  if (all.includes(element)) return element;
  if (path === location.pathname && near[0] !== undefined && !near[0].contains(main)) {
    const previous = before.find((one) => all.includes(one));
    const next = all[previous === undefined ? 0 : all.indexOf(previous) + 1];
    for (const container of near) for (const one of [next, previous]) if (one !== undefined && container.contains(one)) return one;
  }
  main.tabIndex = -1;
  return main;
}

/** The cards of the topics on this page, in the order in which they are read. */
const topics = () => [...document.querySelectorAll<HTMLElement>("[data-topic]")].filter((card) => card.offsetParent !== null);

/** Moves the focus to the topic after or before the one that has it, or is read now. False where the page has no topics. */
export function stepToTopic(by: 1 | -1): boolean {
  const cards = topics();
  if (cards.length === 0) return false;
  const focused = cards.findIndex((card) => card.contains(document.activeElement));
  const next = cards[focused === -1 && by === -1 ? cards.length - 1 : focused + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
  return true;
}

/** Enter on a topic's card itself opens what there is to record; inside the card Enter means what it means there. */
export function openTopic(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.dataset.topic === undefined) return false;
  const opener = target.querySelector<HTMLElement>("[data-opens-topic]");
  opener?.click();
  // From there Tab leads into what it opened.
  opener?.focus();
  return opener !== null;
}

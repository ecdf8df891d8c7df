/** An instant as `datetime-local` inputs hold it, in the reader's own zone; empty for none. */
export function toLocalInput(iso: string | null): string {
  if (iso === null) return "";
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant of a `datetime-local` text, or null when it is empty or half typed. */
export function fromLocalInput(text: string): string | null {
  const at = new Date(text);
  return !/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(text) || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

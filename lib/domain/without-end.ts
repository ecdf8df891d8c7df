/**
 * A text without the given signs at its end. By hand: a pattern such as `#+$` tries again from each sign of a run that does not end
 * the text, which takes seconds on a section of 40,000.
 * @example withoutEnd("a #b##", "#") // "a #b"
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * The lines of a text that people write as a list: without bullets, without blank ones.
 *
 * @example linesOf("- Writes pass 10,000/s\n\n• Ada leaves") // ["Writes pass 10,000/s", "Ada leaves"]
 */
export function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => line.replace(/^\s*[-*•]\s*/u, "").trim() || []);
}

/**
 * A section of the decision with one more line in it; unchanged when the line stands there already.
 * @example withLine("- Slow reports", "Nobody can restore it") // "- Slow reports\n- Nobody can restore it"
 */
export function withLine(section: string, line: string): string {
  const text = line.trim().replace(/\s+/gu, " ");
  const lines = section.split("\n").map((one) => one.replace(/^\s*[-*•]\s*/u, "").trim());
  if (text === "" || lines.includes(text)) return section;
  const before = section.trimEnd();
  return before === "" ? `- ${text}` : `${before}\n- ${text}`;
}

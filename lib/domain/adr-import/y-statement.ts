import { unescapeMarkdown } from "./outline";
import { scanLines } from "./scan-lines";

const MAX_CHARS = 20_000;
const START = /^[\s>*_-]*(?:In the context of|Im Kontext von)\b/iu;

/**
 * The Y-statement of a text: the paragraph that starts "In the context of" and says what was decided, or the same in German
 * as our own records say it (Zdun and others, "Sustainable Architectural Design Decisions", 2013). Null when there is none.
 * @example readYStatement("In the context of a, facing b, we decided for c to achieve d, accepting e.") !== null // true
 */
export function readYStatement(text: string): string | null {
  let lines: string[] = [];
  for (const line of scanLines(text)) {
    if (line.start > MAX_CHARS) break;
    const isText = !line.isCode && line.text.trim() !== "";
    if (isText && (lines.length > 0 || START.test(line.text.slice(0, 200)))) lines.push(line.text);
    else if (lines.length > 0) {
      const statement = statementOf(lines);
      if (statement !== null) return statement;
      lines = [];
    }
  }
  return statementOf(lines);
}

function statementOf(lines: readonly string[]): string | null {
  const text = lines
    .map((line) =>
      unescapeMarkdown(
        line
          .replace(/^[\s>]+/u, "")
          .replace(/\\$/u, "")
          .trim(),
      ),
    )
    .join(" ");
  return START.test(text) && /\b(?:decided|entschieden)\b/iu.test(text) ? text : null;
}

/** A line without its end; `end` is where the next one starts. `isCode` marks fences, what is in them, and HTML comments. */
export type Line = { text: string; start: number; end: number; isCode: boolean };

/** What the scan ends in: an open fence runs to the end of the file. */
export type ScanEnd = { isFenceOpen: boolean };

type Fence = { sign: string; length: number };
const LF = 10;
const CR = 13;
const FENCE = /^[ \t]{0,12}(`{3,}|~{3,})/u;

/**
 * The lines of a Markdown text, told apart from examples in it: fenced code and comments that stand as blocks. Line ends are
 * \n, \r\n or \r. Takes time in proportion to the text.
 * @example [...scanLines("a\n```\n# b\n```")].map((line) => line.isCode) // [false, true, true, true]
 */
export function* scanLines(text: string, from = 0): Generator<Line, ScanEnd> {
  let fence: Fence | null = null;
  let isComment = false;
  for (let start = from; start < text.length; ) {
    const close = lineEnd(text, start);
    const line: Line = { text: text.slice(start, close), start, end: afterEnd(text, close), isCode: fence !== null || isComment };
    start = line.end;
    if (fence !== null) {
      if (closes(line.text, fence)) fence = null;
    } else if (isComment) isComment = !line.text.includes("-->");
    else {
      fence = opens(line.text);
      isComment = fence === null && opensComment(line.text);
      line.isCode = fence !== null || isComment;
    }
    yield line;
  }
  return { isFenceOpen: fence !== null };
}

/** Where the line that starts at `from` ends, before its \n, \r\n or \r. */
function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at += 1;
  return at;
}

function afterEnd(text: string, at: number): number {
  const isPair = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF;
  return Math.min(text.length, at + (isPair ? 2 : 1));
}

function opensComment(line: string): boolean {
  return line.includes("<!--") && /^ {0,3}<!--/u.test(line) && !line.includes("-->");
}

function opens(line: string): Fence | null {
  if (!line.includes("```") && !line.includes("~~~")) return null;
  const marks = FENCE.exec(line)?.[1];
  if (marks === undefined) return null;
  const sign = marks.charAt(0);
  const rest = line.slice(line.indexOf(marks) + marks.length);
  return sign === "`" && rest.includes("`") ? null : { sign, length: marks.length };
}

function closes(line: string, fence: Fence): boolean {
  const marks = FENCE.exec(line)?.[1];
  if (marks === undefined || marks.charAt(0) !== fence.sign || marks.length < fence.length) return false;
  return line.slice(line.indexOf(marks) + marks.length).trim() === "";
}

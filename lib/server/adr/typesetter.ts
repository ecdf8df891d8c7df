import "server-only";
import { breakWords } from "./break-words";
import { type Face, fontRuns, type Run } from "./font-runs";
import { type FontName, type Fonts, readsJapanese } from "./fonts";
import { shareShapes } from "./shared-shapes";
import { isMostlyRightToLeft, isRightToLeft, visualOrder, withoutEdges } from "./visual-order";

export type Span = { text: string; face: Face; color: string };
type Setting = { font: FontName; color: string };
type Piece = Setting & { text: string; x: number; gap: number; width: number };
/** One line, ready to draw: pieces at their distance from the line's start, in points, and how far in it starts. */
export type Line = { pieces: Piece[]; width: number; indent: number };

type Word = { pieces: Omit<Piece, "x" | "gap">[]; width: number; endsLine: boolean; isGlued: boolean };

/** Breaks spans into lines and draws them; knows fonts and widths, not pages. */
export class Typesetter {
  readonly unprintable = new Set<string>();

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly fonts: Fonts,
  ) {
    for (const [name, font] of Object.entries(fonts)) {
      doc.registerFont(name, font.bytes);
      shareShapes(doc, name);
    }
  }

  /**
   * Lines no wider than `width`; a word that is wider is cut between graphemes. A line end in a text ends the line. What is
   * mostly written from right to left stands on the right.
   */
  lines(spans: readonly Span[], at: { size: number; width: number }): Line[] {
    const words = spans.flatMap((span) => this.words(span, at));
    return hardLines(words).flatMap((paragraph) => this.broken(paragraph, at));
  }

  private broken(words: readonly Word[], { size, width }: { size: number; width: number }): Line[] {
    const lines: Line[] = [];
    const isRtl = isMostlyRightToLeft(words.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(" "));
    let line: Line = { pieces: [], width: 0, indent: 0 };
    for (const word of words) {
      const gap = line.width === 0 || word.isGlued ? 0 : this.space(line, size);
      if (line.width > 0 && line.width + gap + word.width > width) {
        if (!word.isGlued) endWithBlank(line);
        lines.push(line);
        line = { pieces: [], width: 0, indent: 0 };
      }
      append(line, word, line.width === 0 ? 0 : gap);
    }
    return [...lines, line].map((one) => ({ ...this.ordered(one, { isRtl, size }), indent: isRtl ? Math.max(0, width - one.width) : 0 }));
  }

  /** Draws one line with its baseline at `y`. */
  draw(line: Line, { x, y, size }: { x: number; y: number; size: number }): void {
    for (const piece of line.pieces) {
      const isShaped = SHAPED.includes(piece.font);
      // Their glyphs are not their letters, so what is heard and copied is said beside them.
      if (isShaped) this.doc.markContent("Span", { actual: piece.text });
      this.doc
        .font(piece.font, size)
        .fillColor(piece.color)
        .text(piece.text, x + line.indent + piece.x, y, { lineBreak: false, baseline: "alphabetic", ...spacing(piece.font, size) });
      if (isShaped) this.doc.endMarkedContent();
    }
  }

  private words(span: Span, { size, width }: { size: number; width: number }): Word[] {
    const isJapanese = readsJapanese(span.text, this.fonts);
    return span.text.split(/\r\n|\r|\n|\u0085|\u2028|\u2029/u).flatMap((text, index, all) => {
      const runs = fontRuns({ text, face: span.face, fonts: this.fonts, isJapanese, unprintable: this.unprintable });
      const words = this.wordsOf(runs, { span, size }).flatMap((word) => this.fit(word, { size, width }));
      const last = words.at(-1);
      if (last !== undefined && index < all.length - 1) last.endsLine = true;
      return words;
    });
  }

  private wordsOf(runs: readonly Run[], { span, size }: { span: Span; size: number }): Word[] {
    return breakWords(runs).map(({ parts, isGlued }) => {
      const pieces = parts.map(({ text, font }) => ({ text, font, color: span.color, width: this.measure(text, font, size) }));
      return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0), endsLine: false, isGlued };
    });
  }

  /** Cuts a word that is wider than the line into words that are not. Measured as it grows, because letters kern. */
  private fit(word: Word, { size, width }: { size: number; width: number }): Word[] {
    if (word.width <= width) return [word];
    const cut: Word[] = [];
    for (const { text, ...setting } of word.pieces) {
      for (const { segment } of graphemes.segment(text)) {
        const last = cut.at(-1);
        const end = last?.pieces.at(-1);
        const grown = end?.font === setting.font ? end.text + segment : segment;
        const own = this.measure(grown, setting.font, size);
        const before = last === undefined || grown === segment ? (last?.width ?? 0) : last.width - (end?.width ?? 0);
        if (last === undefined || before + own > width) {
          const alone = this.measure(segment, setting.font, size);
          cut.push({
            pieces: [{ ...setting, text: segment, width: alone }],
            width: alone,
            endsLine: false,
            isGlued: cut.length > 0 || word.isGlued,
          });
          continue;
        }
        if (grown !== segment) last.pieces.pop();
        last.pieces.push({ ...setting, text: grown, width: own });
        last.width = before + own;
      }
    }
    return cut;
  }

  /** As it stands on paper: nothing changes where no letter goes from right to left. */
  private ordered(line: Line, { isRtl, size }: { isRtl: boolean; size: number }): Line {
    if (!line.pieces.some(({ font }) => isRightToLeft(font))) return line;
    const pieces = line.pieces.flatMap((piece) =>
      withoutEdges(piece).map((text, index) =>
        text === piece.text ? piece : { ...piece, text, gap: index === 0 ? piece.gap : 0, width: this.measure(text, piece.font, size) },
      ),
    );
    return { ...line, pieces: visualOrder(pieces, isRtl) };
  }

  private space(line: Line, size: number): number {
    const font = line.pieces.at(-1)?.font ?? "text";
    return this.measure(" ", hasBlank(font) ? font : "text", size);
  }

  private measure(text: string, font: FontName, size: number): number {
    return this.doc.font(font, size).widthOfString(text, spacing(font, size));
  }
}

/** The words up to each line end that stands in the text. */
function hardLines(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  let isOpen = false;
  for (const word of words) {
    if (isOpen) lines.at(-1)?.push(word);
    else lines.push([word]);
    isOpen = !word.endsLine;
  }
  return lines;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const SHAPED: readonly FontName[] = ["arabic", "hebrew", "devanagari", "thai"];

/** The display face is set a little tighter, as on the screens; figures in columns all take the same width. */
function spacing(font: FontName, size: number): PDFKit.Mixins.TextOptions {
  const characterSpacing = font === "serif" ? -0.012 * size : 0;
  if (font === "figures") return { characterSpacing, features: ["tnum"] };
  return font === "arabic" ? { features: ["rtla"] } : { characterSpacing };
}

function append(line: Line, word: Word, gap: number): void {
  let x = line.width + gap;
  word.pieces.forEach((piece, index) => {
    const last = line.pieces.at(-1);
    const joins = last !== undefined && last.font === piece.font && last.color === piece.color && hasBlank(piece.font);
    if (joins) {
      last.text += index === 0 && gap > 0 ? ` ${piece.text}` : piece.text;
      last.width = x + piece.width - last.x;
    } else line.pieces.push({ ...piece, x, gap: index === 0 ? gap : 0 });
    x += piece.width;
  });
  line.width = x;
}

/** Whether words of this font may be drawn as one text with blanks: not where words are ordered one by one, nor emoji. */
function hasBlank(font: FontName): boolean {
  return !isRightToLeft(font) && font !== "emoji";
}

/** A blank that is not seen, so that who hears or copies the text gets two words and not one. */
function endWithBlank(line: Line): void {
  const last = line.pieces.at(-1);
  if (last !== undefined && hasBlank(last.font)) last.text += " ";
}

import "server-only";

type Shapes = Record<string, unknown>;

const shapesOf = new Map<string, Shapes>();
const MOST_WORDS = 20_000;

/**
 * Lets every file of this process use the words that earlier files already shaped: kerning a word costs more than
 * drawing it, and pdfkit forgets its words with each document. The cache is a private member of pdfkit 0.20; where it is
 * missing only time is lost. The font's bytes, and so its glyph numbers, are the same in every file.
 */
export function shareShapes(doc: PDFKit.PDFDocument, font: string): void {
  doc.font(font);
  const opened = (doc as unknown as { _font?: { layoutCache?: Shapes } })._font;
  if (opened?.layoutCache === undefined) return;
  const known = shapesOf.get(font);
  if (known !== undefined && Object.keys(known).length < MOST_WORDS) opened.layoutCache = known;
  else shapesOf.set(font, opened.layoutCache);
}

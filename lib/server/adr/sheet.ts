import "server-only";
import type { Line, Span, Typesetter } from "./typesetter";

export type Element = PDFKit.PDFStructureElement;
/** These are read by pdfkit 0.20 and unknown to its types. */
type ElementOptions = PDFKit.Mixins.StructureElementOptions & { bbox?: number[]; placement?: "Block"; scope?: "Row" | "Column" };
export type Paper = "A4" | "LETTER";

export const INK = "#1c1b19";
export const MUTED = "#6d685f";
export const RULE = "#d3cdc2";
export const HAIR = "#e8e4dc";

const HEIGHTS: Record<Paper, [number, number]> = { A4: [595.28, 841.89], LETTER: [612, 792] };

/** The pages: where the next thing goes, when a page is full, and the tags that tell a screen reader what it is. */
export class Sheet {
  readonly left = 51;
  readonly width: number;
  readonly pageHeight: number;
  readonly bottom: number;
  readonly document: Element;
  y = 48;
  page = 1;
  private waiting: { height: number; draw: () => void }[] = [];

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly type: Typesetter,
    private readonly options: { paper: Paper; watermark: string | null; quoted: (text: string) => string },
  ) {
    const [width, height] = HEIGHTS[options.paper];
    this.width = width - 2 * this.left;
    this.pageHeight = height;
    this.bottom = height - 66;
    this.document = doc.struct("Document");
    doc.addStructure(this.document);
    this.markPaper();
  }

  /** Starts a new page and draws what every page of a draft carries. */
  newPage(): void {
    this.doc.addPage();
    this.page += 1;
    this.y = 54;
    this.markPaper();
  }

  /** Words of somebody else, in the quotation marks of the document's language. */
  quoted(text: string): string {
    return this.options.quoted(text);
  }

  /** Makes room: a new page when `height`, with the headings that wait for it, does not fit on this one. */
  need(height: number): void {
    const headings = this.waiting;
    this.waiting = [];
    const before = headings.reduce((sum, heading) => sum + heading.height, 0);
    if (this.y + before + height > this.bottom) this.newPage();
    for (const { draw } of headings) draw();
  }

  /** Puts off a heading of `height` until what follows asks for room, so that no heading stays behind alone at a page's foot. */
  keepWithNext(height: number, draw: () => void): void {
    this.waiting.push({ height, draw });
  }

  element(tag: string, parent: Element, options: ElementOptions = {}): Element {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    return element;
  }

  /** Draws content that belongs to an element. */
  marked(element: Element, tag: string, draw: () => void): void {
    const content = this.doc.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Draws what says nothing: rules, watermarks, page numbers. */
  artifact(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }

  rule(y: number, { color = RULE, x = this.left, width = this.width }: { color?: string; x?: number; width?: number } = {}): void {
    this.artifact(() => {
      this.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.6)
        .strokeColor(color)
        .stroke();
    });
  }

  lines(spans: readonly Span[], size: number, width: number): Line[] {
    return this.type.lines(spans, { size, width });
  }

  /** Lines that whoever draws them sets by their own width, whichever way they are written. */
  tight(spans: readonly Span[], size: number, width: number): Line[] {
    return this.lines(spans, size, width).map((line) => ({ ...line, indent: 0 }));
  }

  /** Draws lines from the top `y` downwards, without looking at the page's end. */
  place(lines: readonly Line[], at: { x: number; y: number; size: number; leading: number }): void {
    lines.forEach((line, index) => {
      this.type.draw(line, { x: at.x, y: baseline(at.y + index * at.leading, at), size: at.size });
    });
  }

  /** Draws lines one below the other, over as many pages as they need; neither the first nor the last stands alone on one. */
  flow(
    element: Element,
    lines: readonly Line[],
    { x, size, leading, tag }: { x: number; size: number; leading: number; tag: string },
  ): void {
    for (const [index, line] of lines.entries()) {
      this.need(leading * kept(lines.length, index));
      this.marked(element, tag, () => this.place([line], { x, y: this.y, size, leading }));
      this.y += leading;
    }
  }

  private markPaper(): void {
    const { watermark } = this.options;
    if (watermark === null) return;
    const centre: [number, number] = [this.left + this.width / 2, this.pageHeight / 2];
    this.artifact(() => {
      this.doc.save().rotate(-52, { origin: centre });
      const size = 104;
      const lines = this.tight([{ text: watermark, face: "bold", color: "#f3f1ec" }], size, 2_000);
      const width = lines[0]?.width ?? 0;
      this.place(lines, { x: centre[0] - width / 2, y: centre[1] - size / 2, size, leading: size });
      this.doc.restore();
    });
  }
}

/** How many lines of a text must stand together from one on: two at its beginning and at its end, all of a short one. */
export function kept(lines: number, index = 0): number {
  if (index === 0) return lines <= 3 ? lines : 2;
  return index === lines - 2 ? 2 : 1;
}

export function ink(text: string): Span {
  return { text, face: "text", color: INK };
}

export function muted(text: string): Span {
  return { text, face: "text", color: MUTED };
}

export function strong(text: string): Span {
  return { text, face: "bold", color: INK };
}

function baseline(top: number, { size, leading }: { size: number; leading: number }): number {
  return top + (leading - size) / 2 + size * 0.82;
}

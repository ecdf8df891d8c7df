import "server-only";
import type { AdrBlock, AdrSection, AdrText, Task } from "@/lib/domain/adr/schema";
import { drawCostFigure } from "./cost-figure";
import { drawDotStrips } from "./dot-strips";
import { drawTable } from "./draw-table";
import { drawFunnel } from "./funnel-bars";
import { type Element, ink, kept, MUTED, muted, RULE, type Sheet, strong } from "./sheet";
import { drawTotalFigure } from "./total-figure";
import type { Span } from "./typesetter";

const BODY = { size: 9.6, leading: 14.4 };
/** Draws one section with its heading and its bookmark; returns the page it starts on. */
export function drawSection(sheet: Sheet, section: AdrSection): number {
  let page = sheet.page;
  const parent = sheet.element("Sect", sheet.document, { title: section.heading });
  const heading = sheet.element("H2", parent);
  const lines = sheet.lines([{ text: section.heading, face: "serif", color: "#1c1b19" }], 16.5, sheet.width);
  const above = sheet.y > 60 ? 20 : 0;
  sheet.keepWithNext(above + lines.length * 21 + 7, () => {
    if (sheet.y > 60) sheet.y += above;
    page = sheet.page;
    sheet.doc.outline.addItem(section.heading);
    sheet.flow(heading, lines, { x: sheet.left, size: 16.5, leading: 21, tag: "H2" });
    sheet.y += 7;
  });
  for (const block of section.blocks) drawBlock(sheet, parent, block);
  return page;
}

/** A small last word under the last section. */
export function drawRemark(sheet: Sheet, text: string): void {
  sheet.need(3 * BODY.leading);
  drawText(sheet, sheet.element("P", sheet.document), { spans: [muted(text)], x: sheet.left, tag: "P" });
}

function drawBlock(sheet: Sheet, parent: Element, block: AdrBlock): void {
  switch (block.kind) {
    case "heading":
      drawHeading(sheet, parent, block.text);
      break;
    case "paragraph":
      drawText(sheet, sheet.element("P", parent), { spans: withNote(block.text), x: sheet.left, tag: "P" });
      sheet.y += 5;
      break;
    case "quote":
      drawQuote(sheet, parent, block);
      break;
    case "list":
      drawList(sheet, parent, block.items);
      break;
    case "definition":
      drawDefinitions(sheet, parent, block.items);
      break;
    case "tasks":
      drawDefinitions(sheet, parent, block.items.map(withBlank));
      break;
    case "table":
      drawTable(sheet, parent, block);
      break;
    case "funnel":
      drawFunnel(sheet, parent, block);
      break;
    case "strips":
      drawDotStrips(sheet, parent, block);
      break;
    case "figure":
      drawCostFigure(sheet, parent, block);
      break;
    case "total":
      drawTotalFigure(sheet, parent, block);
      break;
    default:
      block satisfies never;
  }
}

function drawHeading(sheet: Sheet, parent: Element, text: string): void {
  const element = sheet.element("H3", parent);
  const lines = sheet.lines([strong(text)], BODY.size, sheet.width);
  sheet.keepWithNext(10 + lines.length * BODY.leading, () => {
    sheet.y += 7;
    sheet.flow(element, lines, { x: sheet.left, tag: "H3", ...BODY });
    sheet.y += 3;
  });
}

function drawQuote(sheet: Sheet, parent: Element, { text, by }: { text: string; by: string }): void {
  const quote = sheet.element("BlockQuote", parent);
  const spans = [ink(sheet.quoted(text)), ...(by === "" ? [] : [muted(by)])];
  const parts = spans.map((span) => sheet.lines([span], BODY.size, sheet.width - 12));
  // Whoever said it stands with the last words of it, where that is all on one page.
  const count = parts.reduce((sum, lines) => sum + lines.length, 0);
  sheet.need(BODY.leading * (count <= 5 ? count : 2));
  const [page, top] = [sheet.page, sheet.y];
  for (const lines of parts) sheet.flow(sheet.element("P", quote), lines, { x: sheet.left + 12, tag: "P", ...BODY });
  if (sheet.page === page) {
    sheet.artifact(() => sheet.doc.rect(sheet.left, top + 2, 2, sheet.y - top - 3).fill(RULE));
  }
  sheet.y += 7;
}

function drawList(sheet: Sheet, parent: Element, items: readonly AdrText[]): void {
  const list = sheet.element("L", parent);
  for (const item of items) {
    const entry = sheet.element("LI", list);
    const lines = sheet.lines(withNote(item), BODY.size, sheet.width - 12);
    sheet.need(BODY.leading * kept(lines.length));
    sheet.marked(sheet.element("Lbl", entry), "Lbl", () =>
      sheet.place(sheet.lines([ink("•")], BODY.size, 12), { x: sheet.left + 1, y: sheet.y, ...BODY }),
    );
    sheet.flow(sheet.element("LBody", entry), lines, { x: sheet.left + 12, tag: "LBody", ...BODY });
    sheet.y += 1.5;
  }
  sheet.y += 5;
}

function drawDefinitions(sheet: Sheet, parent: Element, items: readonly { term: string; text: AdrText }[]): void {
  const list = sheet.element("L", parent);
  const termWidth = Math.round(sheet.width * 0.42);
  const x = sheet.left + termWidth + 14;
  for (const { term, text } of items) {
    const terms = sheet.lines([{ text: term, face: "text", color: MUTED }], BODY.size, termWidth);
    const spans = text.note === "" ? [ink(text.text)] : [ink(`${text.text}\n`), muted(text.note)];
    const values = sheet.lines(spans, BODY.size, sheet.left + sheet.width - x);
    const rows = Math.max(terms.length, values.length);
    sheet.need(Math.min(rows, 12) * BODY.leading + 6);
    const entry = sheet.element("LI", list);
    const top = sheet.y;
    sheet.marked(sheet.element("Lbl", entry), "Lbl", () => sheet.place(terms, { x: sheet.left, y: top, ...BODY }));
    sheet.flow(sheet.element("LBody", entry), values, { x, tag: "LBody", ...BODY });
    if (sheet.y < top + terms.length * BODY.leading && sheet.y >= top) sheet.y = top + terms.length * BODY.leading;
    sheet.rule(sheet.y + 2.5, { color: "#e8e4dc" });
    sheet.y += 6;
  }
  sheet.y += 4;
}

/** Room for who and when, on the line below the step. */
function withBlank({ term, text, blank }: Task) {
  return { term, text: { ...text, note: `${blank} (${text.note})` } };
}

function drawText(sheet: Sheet, element: Element, { spans, x, tag }: { spans: readonly Span[]; x: number; tag: string }): void {
  const lines = sheet.lines(spans, BODY.size, sheet.left + sheet.width - x);
  sheet.flow(element, lines, { x, tag, ...BODY });
}

function withNote({ text, note }: AdrText): Span[] {
  return note === "" ? [ink(text)] : [ink(text), muted(note.startsWith("(") ? note : `(${note})`)];
}

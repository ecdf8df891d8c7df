import "server-only";
import type { AdrBlock } from "@/lib/domain/adr/schema";
import { type Element, HAIR, ink, muted, type Sheet, strong } from "./sheet";
import type { Line } from "./typesetter";

type Table = Extract<AdrBlock, { kind: "table" }>;
type Column = { x: number; width: number; align: "left" | "right" };

const CELL = { size: 8.3, leading: 11.6 };
const GAP = 10;
const PAD = 4;
/** Tables up to this height, in points, are never split. */
const KEPT_WHOLE = 200;

/** Draws a table; rows stay whole where a page can hold them, and the heading row stands again on each page. */
export function drawTable(sheet: Sheet, parent: Element, table: Table): void {
  const columns = columnsOf(sheet, table);
  const heads = table.columns.map((column, index) => cellLines(sheet, column.label, columns[index], true));
  const rows = table.rows.map((row) => row.map((cell, index) => cellLines(sheet, cell, columns[index], false)));
  const tall = (some: typeof rows) => some.reduce((sum, cells) => sum + heightOf(cells), 24 + heightOf(heads));
  const [whole, first] = [tall(rows), tall(rows.slice(0, 1))];
  // A short table stays whole, a long one starts with two rows, or with one that takes more than a third of a page.
  const start = whole <= KEPT_WHOLE ? whole : Math.min(240, tall(rows.slice(0, 2)));
  sheet.need(first < sheet.bottom - 120 ? Math.max(start, first) : start);
  if (table.caption !== "") drawCaption(sheet, parent, table.caption);
  const element = sheet.element("Table", parent);
  drawRow(sheet, { element: sheet.element("TR", element), columns, cells: heads, tag: "TH" });
  for (const [index, cells] of rows.entries()) {
    const page = sheet.page;
    // The last two rows go together: one alone on the next page reads like a leftover.
    const last = index === rows.length - 2 ? heightOf(cells) + heightOf(rows[index + 1] ?? []) : 0;
    const height = index > 0 && last > 0 && last < sheet.bottom - 120 ? last : heightOf(cells);
    if (sheet.y + height > sheet.bottom && height < sheet.bottom - 120) sheet.newPage();
    if (sheet.page !== page) repeatHead(sheet, columns, heads);
    drawRow(sheet, { element: sheet.element("TR", element), columns, cells, tag: "TD" });
  }
  sheet.y += 10;
}

function drawCaption(sheet: Sheet, parent: Element, caption: string): void {
  sheet.y += 4;
  const lines = sheet.lines([strong(caption)], 9.6, sheet.width);
  sheet.flow(sheet.element("H3", parent), lines, { x: sheet.left, size: 9.6, leading: 14.4, tag: "H3" });
  sheet.y += 2;
}

function columnsOf(sheet: Sheet, table: Table): Column[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  let x = sheet.left;
  return table.columns.map((column, index) => {
    const full = (column.width / total) * sheet.width;
    const isLast = index === table.columns.length - 1;
    const made = { x, width: isLast ? full : full - GAP, align: column.align };
    x += full;
    return made;
  });
}

function cellLines(sheet: Sheet, text: string, column: Column | undefined, isHead: boolean): Line[] {
  const isFigure = column?.align === "right" && !isHead;
  const span = isHead ? muted(text) : ink(text);
  return sheet.lines([isFigure ? { ...span, face: "figures" } : span], CELL.size, column?.width ?? 40);
}

function heightOf(cells: readonly Line[][]): number {
  return Math.max(1, ...cells.map((cell) => cell.length)) * CELL.leading + 2 * PAD;
}

function repeatHead(sheet: Sheet, columns: readonly Column[], heads: readonly Line[][]): void {
  sheet.artifact(() => drawCells(sheet, columns, heads, sheet.y + PAD));
  sheet.y += heightOf(heads);
  sheet.rule(sheet.y);
}

/** Draws one row; a row taller than a page goes on over the next pages, slice by slice. */
function drawRow(sheet: Sheet, row: { element: Element; columns: readonly Column[]; cells: readonly Line[][]; tag: "TH" | "TD" }): void {
  const { columns, tag } = row;
  const elements = row.cells.map(() => sheet.element(tag, row.element, tag === "TH" ? { scope: "Column" } : {}));
  let rest = row.cells.map((cell) => [...cell]);
  do {
    if (sheet.y + CELL.leading + 2 * PAD > sheet.bottom) sheet.newPage();
    const room = Math.floor((sheet.bottom - sheet.y - 2 * PAD) / CELL.leading);
    const slice = rest.map((cell) => cell.slice(0, room));
    rest = rest.map((cell) => cell.slice(room));
    slice.forEach((lines, index) => {
      const [element, column] = [elements[index], columns[index]];
      if (element === undefined || column === undefined || lines.length === 0) return;
      sheet.marked(element, tag, () => drawCells(sheet, [column], [lines], sheet.y + PAD));
    });
    sheet.y += heightOf(slice);
  } while (rest.some((cell) => cell.length > 0));
  sheet.rule(sheet.y, tag === "TH" ? {} : { color: HAIR });
}

function drawCells(sheet: Sheet, columns: readonly Column[], cells: readonly Line[][], top: number): void {
  cells.forEach((lines, index) => {
    const column = columns[index];
    if (column === undefined) return;
    lines.forEach((line, row) => {
      const x = column.align === "right" ? column.x + column.width - line.width : column.x;
      sheet.place([column.align === "right" ? { ...line, indent: 0 } : line], { x, y: top + row * CELL.leading, ...CELL });
    });
  });
}

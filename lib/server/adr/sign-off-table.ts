import "server-only";
import { formatInstant } from "@/lib/domain/adr/format-value";
import { say } from "@/lib/domain/adr/say";
import type { AdrApproval } from "@/lib/domain/adr/schema";
import type { FirstPage } from "./first-page";
import { HAIR, ink, muted, type Sheet, strong } from "./sheet";
import type { Line } from "./typesetter";

const CELL = { size: 9.4, leading: 14 };
const PAD = 7;
/** Shares of the width: name, verdict, how sure, time. */
const SHARES = [0.22, 0.38, 0.16, 0.24];

/** The approvals of this revision on the first page, as many as fit above `floor`; the rest stand in their own section. */
export function drawSignOff(sheet: Sheet, page: FirstPage, floor: number): void {
  const { document, messages, element } = page;
  const { approvals, revision } = document;
  const isDone = document.status === "accepted";
  const title = say(messages, isDone ? "adr.signOff.heading" : "adr.signOff.soFar", { n: String(revision) });
  const at = { size: 9.9, leading: 14.9 };
  const empty = revision === null ? say(messages, "adr.signOff.draft") : say(messages, "adr.signOff.waiting", { n: String(revision) });
  const heading = approvals.length === 0 ? say(messages, "adr.heading.sign-off") : title;
  sheet.marked(sheet.element("H2", element), "H2", () =>
    sheet.place(sheet.lines([strong(heading)], at.size, 300), { x: sheet.left, y: sheet.y, ...at }),
  );
  sheet.y += at.leading + 2;
  if (approvals.length === 0) drawNote(sheet, page, empty);
  else drawApprovals(sheet, page, floor);
}

function drawApprovals(sheet: Sheet, page: FirstPage, floor: number): void {
  const { messages, element } = page;
  const { approvals } = page.document;
  const table = sheet.element("Table", element);
  let drawn = 0;
  for (const approval of approvals) {
    const cells = cellsOf(sheet, page, approval);
    const height = Math.max(...cells.map((cell) => cell.length)) * CELL.leading + 2 * PAD;
    const isLast = drawn === approvals.length - 1;
    if (sheet.y + height > floor - (isLast ? 0 : CELL.leading + 4)) break;
    drawRow(sheet, { cells, height, row: sheet.element("TR", table) });
    drawn += 1;
  }
  if (drawn === approvals.length) return;
  sheet.y += 4;
  const rest = { n: approvals.length - drawn, page: String(page.pageOf.get("sign-off") ?? 2) };
  drawNote(sheet, page, say(messages, "adr.pdf.moreApprovals", rest));
}

function drawNote(sheet: Sheet, page: FirstPage, text: string): void {
  const lines = sheet.lines([muted(text)], CELL.size, sheet.width);
  sheet.marked(sheet.element("P", page.element), "P", () => sheet.place(lines, { x: sheet.left, y: sheet.y, ...CELL }));
  sheet.y += lines.length * CELL.leading;
}

function cellsOf(sheet: Sheet, { messages, document }: FirstPage, approval: AdrApproval): Line[][] {
  const most = mostLines(document.approvals.length);
  const texts = [approval.name, approval.verdictText, approval.assuranceText, formatInstant(messages, approval.at)];
  return texts.map((text, index) => {
    const lines = sheet.lines([ink(text)], CELL.size, (SHARES[index] ?? 0.2) * sheet.width - (index === 3 ? 0 : 12));
    return lines.length <= most ? lines : [...lines.slice(0, most - 1), ...sheet.lines([muted("…")], CELL.size, 20)];
  });
}

function drawRow(
  sheet: Sheet,
  { cells, height, row }: { cells: readonly Line[][]; height: number; row: PDFKit.PDFStructureElement },
): void {
  let x = sheet.left;
  cells.forEach((lines, index) => {
    const tag = index === 0 ? "TH" : "TD";
    const element = sheet.element(tag, row, index === 0 ? { scope: "Row" } : {});
    sheet.marked(element, tag, () => sheet.place(lines, { x, y: sheet.y + PAD, ...CELL }));
    x += (SHARES[index] ?? 0.2) * sheet.width;
  });
  sheet.y += height;
  sheet.rule(sheet.y, { color: HAIR });
}

/** Few approvers get their words in full, many a line or two each. */
function mostLines(approvals: number): number {
  return approvals <= 4 ? 6 : 3;
}

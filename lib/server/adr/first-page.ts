import "server-only";
import { relationTexts } from "@/lib/domain/adr/compose-relations";
import { say } from "@/lib/domain/adr/say";
import type { AdrDocument, AdrSectionId, AdrText } from "@/lib/domain/adr/schema";
import type { Messages } from "@/lib/domain/messages/format";
import { FIRST_PAGE_FOOTER } from "./footer";
import { type Element, ink, muted, type Sheet, strong } from "./sheet";
import { drawSignOff } from "./sign-off-table";
import type { Line } from "./typesetter";

export type FirstPage = { document: AdrDocument; messages: Messages; element: Element; pageOf: ReadonlyMap<AdrSectionId, number> };

type Part = { heading: string; items: { lines: Line[]; isBullet: boolean }[]; section: AdrSectionId };

const BODY = { size: 9.9, leading: 14.9 };
/** What the sign-off table may not lose to a long text: its heading, a few rows, and the line that says where the rest is. */
const SIGN_OFF_MIN = 150;

/** Draws the decision on one page. What does not fit is cut at a line, and the line below says on which page it goes on. */
export function drawFirstPage(sheet: Sheet, page: FirstPage): void {
  const floor = sheet.pageHeight - FIRST_PAGE_FOOTER - 14;
  drawTopLine(sheet, page);
  drawHeadline(sheet, page);
  drawWhy(sheet, page);
  sheet.rule(sheet.y);
  sheet.y += 13.5;
  drawColumns(sheet, page, floor - SIGN_OFF_MIN);
  sheet.y += 19;
  sheet.rule(sheet.y);
  sheet.y += 12;
  drawSignOff(sheet, page, floor);
}

function drawTopLine(sheet: Sheet, { document, messages, element }: FirstPage): void {
  const at = { size: 8.25, leading: 12 };
  const [status = EMPTY] = sheet.tight([muted(document.statusText)], at.size, 200);
  const [title = EMPTY, ...more] = sheet.tight([muted(`${document.label} · ${document.title}`)], at.size, sheet.width - status.width - 34);
  const dots = more.length === 0 ? [] : sheet.lines([muted("…")], at.size, 20);
  sheet.marked(sheet.element("P", element), "P", () => {
    sheet.place([title], { x: sheet.left, y: 48, ...at });
    sheet.place(dots, { x: sheet.left + title.width + 2, y: 48, ...at });
  });
  sheet.marked(sheet.element("P", element), "P", () => {
    sheet.place([status], { x: sheet.left + sheet.width - status.width, y: 48, ...at });
  });
  drawRelations(sheet, { document, messages, element });
  sheet.y = 84;
}

/** What it replaces and what replaces it, on one line; all of it stands in its own section. */
function drawRelations(sheet: Sheet, { document, messages, element }: Pick<FirstPage, "document" | "messages" | "element">): void {
  const text = relationTexts(document.relations, messages).join(" · ");
  if (text === "") return;
  const at = { size: 8.25, leading: 12 };
  const [line = EMPTY, ...more] = sheet.tight([muted(text)], at.size, sheet.width - 14);
  const dots = more.length === 0 ? [] : sheet.lines([muted("…")], at.size, 20);
  sheet.marked(sheet.element("P", element), "P", () => {
    sheet.place([line], { x: sheet.left, y: 61, ...at });
    sheet.place(dots, { x: sheet.left + line.width + 2, y: 61, ...at });
  });
}

function drawHeadline(sheet: Sheet, page: FirstPage): void {
  const { headline } = page.document.summary;
  const width = Math.min(430, sheet.width);
  const spans = [{ text: headline, face: "serif", color: "#1c1b19" } as const];
  const large = sheet.lines(spans, 21.75, width);
  const set =
    large.length <= 3
      ? { lines: large, size: 21.75, leading: 26.5 }
      : { lines: sheet.lines(spans, 15.5, sheet.width), size: 15.5, leading: 19.5 };
  const element = sheet.element("H1", page.element);
  sheet.marked(element, "H1", () =>
    sheet.place(set.lines.slice(0, 5), { x: sheet.left, y: sheet.y, size: set.size, leading: set.leading }),
  );
  sheet.y += Math.min(set.lines.length, 5) * set.leading;
  if (set.lines.length > 5) drawContinued(sheet, page, { section: "outcome", x: sheet.left });
  sheet.y += 11;
}

function drawWhy(sheet: Sheet, page: FirstPage): void {
  const at = { size: 11.25, leading: 17.6 };
  const lines = sheet.lines([ink(page.document.summary.why)], at.size, Math.min(452, sheet.width));
  // A tall headline takes room from the reason, so that the columns keep theirs.
  const room = sheet.y > 170 ? 5 : 7;
  const most = lines.length <= room ? lines.length : room - 1;
  sheet.marked(sheet.element("P", page.element), "P", () => sheet.place(lines.slice(0, most), { x: sheet.left, y: sheet.y, ...at }));
  sheet.y += most * at.leading;
  if (most < lines.length) drawContinued(sheet, page, { section: "outcome", x: sheet.left });
  sheet.y += 15;
}

function drawColumns(sheet: Sheet, page: FirstPage, floor: number): void {
  const gap = 24;
  const width = (sheet.width - gap) / 2;
  const top = sheet.y;
  const { summary } = page.document;
  const heading = (key: string) => say(page.messages, `adr.heading.${key}`);
  const text = (value: string) => [{ lines: sheet.lines([ink(value)], BODY.size, width), isBullet: false }];
  const left: Part[] = [
    { heading: heading("insteadOf"), items: text(insteadOf(page)), section: "outcome" },
    { heading: heading("itCosts"), items: text(summary.itCosts), section: "costs" },
    { heading: heading("dissent"), items: text(summary.dissent), section: "dissent" },
  ];
  const right: Part[] = [
    { heading: heading("reconsider"), items: bullets(sheet, summary.lookAgain, width), section: "reconsider" },
    { heading: heading("howSure"), items: text(summary.howSure), section: "assumptions" },
  ];
  const ends = [left, right].map((parts, index) => {
    sheet.y = top;
    drawColumn(sheet, page, { parts, x: sheet.left + index * (width + gap), room: floor - top });
    return sheet.y;
  });
  sheet.y = Math.max(...ends);
}

function drawColumn(sheet: Sheet, page: FirstPage, { parts, x, room }: { parts: readonly Part[]; x: number; room: number }): void {
  const most = linesThatFit(parts, room);
  parts.forEach((part, index) => {
    sheet.marked(sheet.element("H2", page.element), "H2", () =>
      sheet.place(sheet.lines([strong(part.heading)], BODY.size, 220), { x, y: sheet.y, ...BODY }),
    );
    sheet.y += BODY.leading + 2.5;
    drawPart(sheet, page, { part, x, most });
    if (index < parts.length - 1) sheet.y += 9.5;
  });
}

function drawPart(sheet: Sheet, page: FirstPage, { part, x, most }: { part: Part; x: number; most: number }): void {
  const total = countLines(part);
  let left = total <= most ? total : most - 1;
  const isList = part.items.some((item) => item.isBullet);
  const parent = isList ? sheet.element("L", page.element) : page.element;
  for (const { lines, isBullet } of part.items) {
    const shown = lines.slice(0, left);
    if (shown.length === 0) break;
    left -= shown.length;
    if (isBullet) drawBullet(sheet, sheet.element("LI", parent), { lines: shown, x });
    else sheet.marked(sheet.element("P", parent), "P", () => sheet.place(shown, { x, y: sheet.y, ...BODY }));
    sheet.y += shown.length * BODY.leading;
  }
  if (total > most) drawContinued(sheet, page, { section: part.section, x });
}

function drawBullet(sheet: Sheet, item: Element, { lines, x }: { lines: readonly Line[]; x: number }): void {
  const dot = sheet.lines([ink("•")], BODY.size, 12);
  sheet.marked(sheet.element("Lbl", item), "Lbl", () => sheet.place(dot, { x: x + 1, y: sheet.y, ...BODY }));
  sheet.marked(sheet.element("LBody", item), "LBody", () => sheet.place(lines, { x: x + 12, y: sheet.y, ...BODY }));
}

/** The most lines each part may have so that the column fits; at least two, of which one may say where the rest is. */
function linesThatFit(parts: readonly Part[], room: number): number {
  const fixed = parts.length * (BODY.leading + 2.5) + (parts.length - 1) * 9.5;
  let most = Math.max(...parts.map(countLines));
  const height = () => fixed + parts.reduce((sum, part) => sum + Math.min(countLines(part), most), 0) * BODY.leading;
  while (most > 2 && height() > room) most -= 1;
  return most;
}

function countLines(part: Part): number {
  return part.items.reduce((sum, item) => sum + item.lines.length, 0);
}

function bullets(sheet: Sheet, items: readonly AdrText[], width: number): Part["items"] {
  return items.map(({ text, note }) => {
    const spans = note === "" ? [ink(text)] : [ink(text), muted(note)];
    return { lines: sheet.lines(spans, BODY.size, width - 12), isBullet: true };
  });
}

function insteadOf({ document, messages, pageOf }: FirstPage): string {
  const others = say(messages, "adr.summary.othersLeft", { n: document.summary.othersLeft, page: String(pageOf.get("candidates") ?? 2) });
  return [document.summary.insteadOf, others].filter(Boolean).join(" ");
}

function drawContinued(sheet: Sheet, { messages, pageOf, element }: FirstPage, { section, x }: { section: AdrSectionId; x: number }): void {
  const text = say(messages, "adr.pdf.continued", { page: String(pageOf.get(section) ?? 2) });
  sheet.marked(sheet.element("P", element), "P", () => sheet.place(sheet.lines([muted(text)], BODY.size, 240), { x, y: sheet.y, ...BODY }));
  sheet.y += BODY.leading;
}

const EMPTY: Line = { pieces: [], width: 0, indent: 0 };

import "server-only";
import { say } from "@/lib/domain/adr/say";
import type { AdrDocument } from "@/lib/domain/adr/schema";
import type { Messages } from "@/lib/domain/messages/format";
import { drawQrCode } from "./qr-code";
import { muted, type Sheet } from "./sheet";

/** Height that the first page keeps free at its foot, in points. */
export const FIRST_PAGE_FOOTER = 39 + 48;

type Footer = { document: AdrDocument; messages: Messages; qrText: string | null; isSealed: boolean };

/** Numbers every page and prints the record's hash on each; the first carries the QR code and what the file is. */
export function drawFooters(sheet: Sheet, footer: Footer): void {
  const pages = sheet.doc.bufferedPageRange().count;
  for (let index = 0; index < pages; index += 1) {
    sheet.doc.switchToPage(index);
    const page = say(footer.messages, "adr.pdf.page", { page: String(index + 1), pages: String(pages) });
    if (index === 0) drawFirst(sheet, footer, page);
    else drawOther(sheet, footer, page);
  }
}

function drawFirst(sheet: Sheet, { document, messages, qrText, isSealed }: Footer, page: string): void {
  const size = 46;
  const top = sheet.pageHeight - 39 - size;
  const x = qrText === null ? sheet.left : sheet.left + size + 14;
  const width = sheet.width - (x - sheet.left) - 50;
  const hash =
    document.sha256 === null ? say(messages, "adr.pdf.noHash") : say(messages, "adr.pdf.hash", { sha256: grouped(document.sha256) });
  const lines = [
    ...sheet.lines([muted(hash)], 7.4, width),
    ...sheet.lines([muted(say(messages, isSealed ? "adr.pdf.sealed" : "adr.pdf.seal"))], 7.4, width),
  ];
  if (qrText !== null) {
    const figure = sheet.element("Figure", sheet.document, {
      alt: say(messages, "adr.pdf.qr"),
      bbox: [sheet.left, top, sheet.left + size, top + size],
    });
    sheet.marked(figure, "Figure", () => drawQrCode(sheet.doc, { text: qrText, x: sheet.left, y: top, size }));
  }
  sheet.marked(sheet.element("P", sheet.document), "P", () => {
    sheet.place(lines, { x, y: top + size - lines.length * 11.4 + 1.5, size: 7.4, leading: 11.4 });
  });
  drawPageNumber(sheet, page, top + size - 9.9);
}

function drawOther(sheet: Sheet, { document, messages }: Footer, page: string): void {
  const y = sheet.pageHeight - 48;
  const text = document.sha256 === null ? say(messages, "adr.pdf.noHash") : say(messages, "adr.pdf.hash", { sha256: document.sha256 });
  sheet.artifact(() => {
    sheet.place(sheet.lines([muted(`${document.label} · ${text}`)], 7.2, sheet.width - 50).slice(0, 1), {
      x: sheet.left,
      y,
      size: 7.2,
      leading: 11,
    });
  });
  drawPageNumber(sheet, page, y);
}

function drawPageNumber(sheet: Sheet, text: string, y: number): void {
  const lines = sheet.tight([muted(text)], 7.4, 60);
  const x = sheet.left + sheet.width - (lines[0]?.width ?? 0);
  sheet.artifact(() => sheet.place(lines, { x, y, size: 7.4, leading: 11.4 }));
}

/** In fours, as people read a hash to each other. */
function grouped(sha256: string): string {
  return (sha256.match(/.{1,4}/g) ?? []).join(" ");
}

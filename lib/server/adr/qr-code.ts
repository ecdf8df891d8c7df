import "server-only";
import qrcode from "qrcode";

/** Draws a QR code as filled squares, `size` points wide, without a quiet zone: leave white around it. */
export function drawQrCode(doc: PDFKit.PDFDocument, { text, x, y, size }: { text: string; x: number; y: number; size: number }): void {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "M" });
  const module = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * module, y + row * module, module, module);
    }
  }
  doc.fillColor("#000000").fill();
}

import "server-only";
import type { AdrBlock } from "@/lib/domain/adr/schema";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import type { PlotText } from "@/lib/domain/charts/text-width";
import { totalPlot } from "@/lib/domain/charts/total-plot";
import { COMPONENT_TINTS } from "@/lib/domain/charts/total-svg";
import { type Element, HAIR, INK, MUTED, type Sheet, strong } from "./sheet";

type TotalBlock = Extract<AdrBlock, { kind: "total" }>;

const WIDTH = 752;
const SHIFT = { start: 0, middle: 0.5, end: 1 } as const;

/** Draws the total cost as bars of numbered components with the range of each sum, from the same geometry as the screen. */
export function drawTotalFigure(sheet: Sheet, parent: Element, { title, description, rows, locale }: TotalBlock): void {
  const plot = totalPlot({ rows, width: WIDTH, texts: { money: (usd) => chartMoney(usd, locale) } });
  const scale = sheet.width / plot.width;
  sheet.need(plot.height * scale + 40);
  sheet.y += 4;
  const heading = sheet.element("H3", parent);
  sheet.flow(heading, sheet.lines([strong(title)], 9.6, sheet.width), { x: sheet.left, size: 9.6, leading: 14.4, tag: "H3" });
  sheet.y += 4;
  const [left, top, tall] = [sheet.left, sheet.y, plot.height * scale];
  const at = (x: number, y: number) => [left + x * scale, top + y * scale] as const;
  const element = sheet.element("Figure", parent, { alt: description, bbox: [left, top, left + sheet.width, top + tall] });
  sheet.marked(element, "Figure", () => {
    const { doc } = sheet;
    doc.undash();
    for (const { x, label } of plot.xTicks) {
      doc
        .moveTo(...at(x, plot.area.top))
        .lineTo(...at(x, plot.area.bottom))
        .lineWidth(0.5)
        .strokeColor(HAIR)
        .stroke();
      write(sheet, label, { at, color: MUTED, scale });
    }
    for (const { name, parts, y, height, whisker, total } of plot.bars) {
      write(sheet, name, { at, color: MUTED, scale, hasGround: true });
      parts.forEach(({ x, width, number }, index) => {
        doc
          .rect(...at(x, y), width * scale, height * scale)
          .lineWidth(0.5)
          .fillAndStroke(COMPONENT_TINTS[index] ?? HAIR, "#ffffff");
        if (number) write(sheet, number, { at, color: index < 2 ? "#ffffff" : INK, scale });
      });
      if (whisker) {
        doc
          .moveTo(...at(whisker.from, whisker.y))
          .lineTo(...at(whisker.to, whisker.y))
          .lineWidth(0.8)
          .strokeColor(MUTED)
          .stroke();
        for (const x of [whisker.from, whisker.to])
          doc
            .moveTo(...at(x, whisker.y - 3))
            .lineTo(...at(x, whisker.y + 3))
            .stroke();
      }
      write(sheet, total, { at, color: INK, scale, hasGround: true });
    }
  });
  sheet.y = top + tall + 8;
}

type Placing = {
  at: (x: number, y: number) => readonly [number, number];
  color: string;
  scale: number;
  /** White behind it, over a line of the grid. */
  hasGround?: boolean;
};

/** A text of the plot, whose `y` is its baseline. */
function write(sheet: Sheet, { text, x, y, anchor, size, isBold }: PlotText, { at, color, scale, hasGround = false }: Placing): void {
  const points = size * scale;
  const lines = sheet.tight([{ text, face: isBold ? "bold" : "text", color }], points, sheet.width);
  const [left, baseline] = at(x, y);
  const width = lines[0]?.width ?? 0;
  const start = left - SHIFT[anchor] * width;
  if (hasGround) sheet.doc.rect(start - 1, baseline - points, width + 3, points * 1.3).fill("#ffffff");
  sheet.place(lines, { x: start, y: baseline - points, size: points, leading: points * 1.36 });
}

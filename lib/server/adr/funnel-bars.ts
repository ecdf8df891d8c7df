import "server-only";
import type { AdrBlock } from "@/lib/domain/adr/schema";
import { type Element, HAIR, muted, RULE, type Sheet, strong } from "./sheet";

type FunnelBlock = Extract<AdrBlock, { kind: "funnel" }>;

const ROW = 19;
const BAR = 9;

/** Draws how many systems were left after each question, as bars from one edge with their number beside them. */
export function drawFunnel(sheet: Sheet, parent: Element, { title, description, bars }: FunnelBlock): void {
  sheet.need(40 + bars.length * ROW);
  sheet.y += 4;
  const heading = sheet.element("H3", parent);
  sheet.flow(heading, sheet.lines([strong(title)], 9.6, sheet.width), { x: sheet.left, size: 9.6, leading: 14.4, tag: "H3" });
  sheet.y += 4;
  const bottom = sheet.y + bars.length * ROW;
  const figure = sheet.element("Figure", parent, { alt: description, bbox: [sheet.left, sheet.y, sheet.left + sheet.width, bottom] });
  const labelWidth = sheet.width * 0.26;
  const left = sheet.left + labelWidth + 12;
  const most = Math.max(1, ...bars.map(({ stayed }) => stayed));
  const full = sheet.left + sheet.width - left - 36;
  sheet.marked(figure, "Figure", () => {
    for (const { label, stayed, text } of bars) {
      const width = Math.max(1, (stayed / most) * full);
      sheet.place(sheet.lines([muted(label)], 8.6, labelWidth).slice(0, 1), { x: sheet.left, y: sheet.y, size: 8.6, leading: 12 });
      sheet.doc.rect(left, sheet.y + 2, full, BAR).fill(HAIR);
      sheet.doc.rect(left, sheet.y + 2, width, BAR).fill(RULE);
      sheet.place(sheet.lines([strong(text)], 8.6, 36), { x: left + full + 6, y: sheet.y, size: 8.6, leading: 12 });
      sheet.y += ROW;
    }
  });
  sheet.y += 6;
}

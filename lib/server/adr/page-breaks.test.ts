import PDFDocument from "pdfkit";
import { beforeAll, describe, expect, it } from "vitest";
import { plain } from "@/lib/domain/adr/block-text";
import type { AdrBlock } from "@/lib/domain/adr/schema";
import { drawSection } from "./draw-blocks";
import { loadFonts } from "./fonts";
import { type WordBox, wordBoxes } from "./pdf-probe";
import { ink, Sheet } from "./sheet";
import { Typesetter } from "./typesetter";

/** How far down a page what is looked at begins, in lines: one document with each beginning. */
const DEPTHS = Array.from({ length: 50 }, (_, lines) => lines);
const column = { label: "Column", align: "left", width: 0.5 } as const;

/** Marks words so that each is found again: "first7" stands at the beginning of what began 7 lines down. */
const BLOCKS: Record<string, (k: number) => AdrBlock[]> = {
  "a long table": (k) => [
    {
      kind: "table",
      caption: "",
      columns: [column, column],
      rows: Array.from({ length: 30 }, (_, row) => [`${nameOf(row, 30)}${k}`, "words of a row"]),
    },
  ],
  "a table whose rows are tall": (k) => [
    {
      kind: "table",
      caption: "Caption",
      columns: [column, { ...column, width: 0.1 }],
      rows: Array.from({ length: 4 }, (_, row) => [`${nameOf(row, 4)}${k}`, "some words ".repeat(16)]),
    },
  ],
  "a paragraph": (k) => [{ kind: "paragraph", text: plain(linesOf(6, k).join("\n")) }],
  "a paragraph of three lines": (k) => [{ kind: "paragraph", text: plain(linesOf(3, k).join("\n")) }],
  "a list": (k) => [{ kind: "list", items: [plain(linesOf(5, k).join("\n"))] }],
  "a quotation under a heading": (k) => [
    { kind: "heading", text: "Heading" },
    { kind: "quote", text: linesOf(4, k).join("\n"), by: "Somebody" },
  ],
  "a tall definition": (k) => [{ kind: "definition", items: [{ term: "Term", text: plain(linesOf(9, k).join("\n")) }] }],
};

function nameOf(index: number, count: number): string {
  return { 0: "first", 1: "second", [count - 2]: "before", [count - 1]: "last" }[index] ?? "other";
}
const linesOf = (count: number, k: number) => Array.from({ length: count }, (_, index) => `${nameOf(index, count)}${k}`);

let fonts: Awaited<ReturnType<typeof loadFonts>>;
beforeAll(async () => {
  fonts = await loadFonts("");
});

async function pagesOf(blocks: (k: number) => AdrBlock[]): Promise<((word: string) => number | undefined) | null> {
  const doc = new PDFDocument({ tagged: true, bufferPages: true, size: "A4", margin: 0, font: "" });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((done) => doc.on("end", done));
  const sheet = new Sheet(doc, new Typesetter(doc, fonts), { paper: "A4", watermark: null, quoted: (text) => text });
  for (const k of DEPTHS) {
    sheet.newPage();
    const filler = Array.from({ length: k }, () => sheet.lines([ink("filler")], 9.6, 100)).flat();
    sheet.flow(sheet.element("P", sheet.document), filler, { x: sheet.left, size: 9.6, leading: 14.4, tag: "P" });
    drawSection(sheet, { id: "context", heading: `Section${k}`, blocks: blocks(k) });
  }
  doc.end();
  await ended;
  const boxes = wordBoxes(new Uint8Array(Buffer.concat(chunks)));
  const pages = new Map(boxes?.map(({ text, page }: WordBox) => [text, page]));
  return boxes === null ? null : (word) => pages.get(word);
}

describe("wherever on a page it begins", () => {
  it.each(Object.keys(BLOCKS))("%s leaves no heading, first line or last line alone", async (name) => {
    const pageOf = await pagesOf(BLOCKS[name] ?? (() => []));
    if (pageOf === null) return;
    const parted = DEPTHS.filter((k) => {
      const at = (word: string) => pageOf(`${word}${k}`);
      expect(at("first")).toBeDefined();
      const isShort = at("before") === undefined;
      return at("Section") !== at("first") || (isShort ? at("first") !== at("last") : at("before") !== at("last"));
    });
    expect(parted).toEqual([]);
  });
});

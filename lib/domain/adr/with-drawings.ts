import { type DrawnBlock, drawingSvg } from "./figure-svg";
import type { AdrBlock, AdrDocument } from "./schema";

const NAMES: Record<DrawnBlock["kind"], string> = {
  funnel: "systems-left",
  strips: "first-answers",
  figure: "cost-against-load",
  total: "total-cost",
};

/**
 * The document with the addresses of its drawings, and the drawings: SVG files in a folder that is called like the record's
 * file and lies beside it.
 * @example withDrawings(document).files[0]?.path // "0003-which-store/systems-left.svg"
 */
export function withDrawings(document: AdrDocument): { document: AdrDocument; files: { path: string; text: string }[] } {
  const folder = document.fileName.replace(/\.md$/u, "");
  const files: { path: string; text: string }[] = [];
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (!isDrawn(block)) return block;
      const path = `${folder}/${NAMES[block.kind]}.svg`;
      files.push({ path, text: drawingSvg(block) });
      return { ...block, file: path };
    }),
  }));
  return { document: { ...document, sections }, files };
}

function isDrawn(block: AdrBlock): block is DrawnBlock {
  return block.kind in NAMES;
}

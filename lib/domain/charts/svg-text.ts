/* Plain SVG as text, for files that leave the app: every colour and font is written out, nothing is taken from a page. */

/** Colours of paper, whatever the screen: a file is printed, mailed and pasted into documents. */
export const PAPER = {
  sheet: "#ffffff",
  ink: "#1c1b19",
  ink2: "#55514a",
  ink3: "#6d685f",
  rule: "#e8e4dc",
  shade: "#f2f1ef",
} as const;

const COLOURS: Record<string, string> = { A: "#0072b2", B: "#d55e00", C: "#009e73", D: "#cc79a7" };
const DASHES: Record<string, string> = { B: "6 3", C: "2 3", D: "8 3 2 3", T: "1 3", X: "12 3" };

/**
 * The colour of a series by the letter of its candidate; a design of the team's own is grey.
 *
 * @example inkOf("A2") // "#0072b2"
 */
export function inkOf(id: string): string {
  return COLOURS[id.charAt(0)] ?? PAPER.ink2;
}

/**
 * The dash of a series, so that no line relies on its colour; null for a solid line.
 *
 * @example dashesOf("B") // "6 3"
 */
export function dashesOf(id: string): string | null {
  if (id.length === 1 || id.startsWith("X")) return DASHES[id.charAt(0)] ?? null;
  return id.endsWith("2") ? "10 4" : "1 4";
}

export type Attributes = Record<string, string | number | null | undefined>;

/**
 * An element as text; attributes that are null or undefined are left out, and every text is escaped.
 *
 * @example element("line", { x1: 0, x2: 4 }) // '<line x1="0" x2="4"/>'
 */
export function element(name: string, attributes: Attributes, content: string | readonly string[] = ""): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  );
  const inner = typeof content === "string" ? content : content.join("");
  return inner === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${inner}</${name}>`;
}

/**
 * Text that may stand in XML; characters that XML cannot hold are dropped.
 *
 * @example escapeXml('a < "b"') // "a &lt; &quot;b&quot;"
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * A whole SVG document on white, with the title and description that readers speak.
 *
 * @example svgDocument({ width: 10, height: 5, title: "Costs", description: "…" }, ["<g/>"]) // '<svg xmlns=… viewBox="0 0 10 5" …'
 */
export function svgDocument(
  about: { width: number; height: number; title: string; description: string },
  content: readonly string[],
): string {
  const { width, height, title, description } = about;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "font-family": "Inter, Helvetica, Arial, sans-serif",
    },
    [
      element("title", {}, escapeXml(title)),
      element("desc", {}, escapeXml(description)),
      element("rect", { width, height, fill: PAPER.sheet }),
      ...content,
    ],
  );
}

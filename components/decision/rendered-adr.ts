import MarkdownIt from "markdown-it";

/** The drawings of a record by the address that its Markdown gives them. */
export type Drawings = ReadonlyMap<string, string>;

/**
 * An exported decision as HTML to look at. Raw HTML in it stays text, only http, https and mail addresses become links, and the only
 * pictures are the record's own drawings. Its headings begin below that of the frame they stand in.
 *
 * @example renderedAdr("# Which <b>store</b>?", new Map()) // "<h3>Which &lt;b&gt;store&lt;/b&gt;?</h3>\n"
 */
export function renderedAdr(markdown: string, drawings: Drawings): string {
  return parser.render(withoutFrontMatter(markdown), { drawings });
}

/** What stands before the text in the file: key and value, a list joined by commas. */
export function frontMatterOf(markdown: string): { key: string; value: string }[] {
  const rows: { key: string; value: string[] }[] = [];
  for (const line of (FRONT.exec(markdown)?.[1] ?? "").split("\n")) {
    const entry = /^([\w-]+):\s*(.*)$/u.exec(line);
    if (entry) rows.push({ key: entry[1] ?? "", value: entry[2] === "[]" || !entry[2] ? [] : [plain(entry[2])] });
    else rows.at(-1)?.value.push(plain(line.replace(/^\s*-\s*/u, "")));
  }
  return rows.flatMap(({ key, value }) => (value.length > 0 ? [{ key, value: value.join(", ") }] : []));
}

const FRONT = /^---\n([\s\S]*?)\n---\n/u;
const withoutFrontMatter = (markdown: string) => markdown.replace(FRONT, "");

/** Our own front matter quotes each value as JSON does. */
function plain(scalar: string): string {
  try {
    return String(JSON.parse(scalar));
  } catch {
    return scalar;
  }
}

const BELOW = 2;
const DEEPEST = 6;

const parser = new MarkdownIt({ html: false, linkify: false });
/** Links of the web, and addresses beside the file: those of the drawings. */
parser.validateLink = (url) => /^(?:https?:|mailto:|#|[^:]+\.svg$)/iu.test(url.trim());
parser.core.ruler.push("headings_below", ({ tokens }) => {
  for (const token of tokens) if (/^heading_/u.test(token.type)) token.tag = `h${Math.min(DEEPEST, Number(token.tag.slice(1)) + BELOW)}`;
});
parser.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet("rel", "noreferrer");
  tokens[index]?.attrSet("target", "_blank");
  return self.renderToken(tokens, index, options);
};
parser.renderer.rules.image = (tokens, index, _options, env) => {
  const token = tokens[index];
  const alt = parser.utils.escapeHtml(token?.content ?? "");
  const drawings = env?.drawings instanceof Map ? env.drawings : new Map<string, string>();
  const svg = drawings.get(decodeURI(String(token?.attrGet("src") ?? "")));
  return typeof svg !== "string"
    ? alt
    : `<span data-wide="drawing" tabindex="0"><img alt="${alt}" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}"></span>`;
};
// Wider than a phone, so each scrolls by itself, by keyboard too.
parser.renderer.rules.table_open = () => '<div data-wide="table" tabindex="0"><table>\n';
parser.renderer.rules.table_close = () => "</table></div>\n";

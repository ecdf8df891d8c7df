import MarkdownIt from "markdown-it";
import { createElement, Fragment, type ReactNode } from "react";
import { withoutFrontMatter } from "./front-matter";

/** The drawings of a record by the address that its Markdown gives them. */
export type Drawings = ReadonlyMap<string, string>;
type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];
type Open = { token: Token | null; children: ReactNode[] };

const parser = new MarkdownIt({ html: false, linkify: false });
/** Links of the web, and addresses beside the file: those of the drawings. */
parser.validateLink = (url) => /^(?:https?:|mailto:|#|[^:]+\.svg$)/iu.test(url.trim());

/**
 * An exported decision to look at, as elements: markup in its texts stays text, only http, https and mail addresses become links, and
 * the only pictures are the record's own drawings. Its headings begin below that of the frame they stand in.
 */
export function renderedAdr(markdown: string, drawings: Drawings): ReactNode {
  return elements(parser.parse(withoutFrontMatter(markdown), {}), drawings);
}

function elements(tokens: readonly Token[], drawings: Drawings): ReactNode {
  const open: Open[] = [{ token: null, children: [] }];
  const add = (node: ReactNode) => {
    const children = open.at(-1)?.children;
    children?.push(<Fragment key={children.length}>{node}</Fragment>);
  };
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === 0) add(leaf(token, drawings));
    else {
      const closed = open.pop();
      if (closed?.token) add(element(closed.token, closed.children));
    }
  }
  return <>{open[0]?.children}</>;
}

const BELOW = 2;
const DEEPEST = 6;

function element(token: Token, children: ReactNode[]): ReactNode {
  if (token.hidden) return <>{children}</>;
  if (token.tag === "table") return <Wide>{createElement("table", null, children)}</Wide>;
  if (token.tag === "a")
    return (
      <a href={String(token.attrGet("href") ?? "")} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  const tag = token.type === "heading_open" ? `h${Math.min(DEEPEST, Number(token.tag.slice(1)) + BELOW)}` : token.tag;
  const isRight = String(token.attrGet("style") ?? "").includes("right");
  return createElement(tag, isRight ? { style: { textAlign: "end" } } : null, children);
}

function leaf(token: Token, drawings: Drawings): ReactNode {
  if (token.type === "inline") return elements(token.children ?? [], drawings);
  if (token.type === "softbreak") return " ";
  if (token.type === "hardbreak") return <br />;
  if (token.type === "hr") return <hr />;
  if (token.type === "code_inline") return <code>{token.content}</code>;
  if (token.type === "fence" || token.type === "code_block") return <pre>{token.content}</pre>;
  if (token.type === "image") return drawing(token, drawings);
  return token.content.replace(TO_DO, "☐ ");
}

/** The box of a task list, which the parser leaves as text. */
const TO_DO = /^\[ \] /u;

function drawing(token: Token, drawings: Drawings): ReactNode {
  const svg = drawings.get(decodeURI(String(token.attrGet("src") ?? "")));
  if (svg === undefined) return token.content;
  return (
    <Wide>
      {/* biome-ignore lint/performance/noImgElement: a drawing that is in the page already; there is nothing to load or to scale. */}
      <img alt={token.content} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
    </Wide>
  );
}

/** Wider than a phone, so it scrolls by itself, by keyboard too; a span, because a drawing stands in a paragraph. */
function Wide({ children }: { children: ReactNode }) {
  const isTable = typeof children === "object" && children !== null && "type" in children && children.type === "table";
  return createElement(isTable ? "div" : "span", { "data-wide": "", tabIndex: 0 }, children);
}

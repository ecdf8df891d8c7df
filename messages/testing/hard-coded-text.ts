import { parseAst } from "vitest/node";

/** What a reader or a listener would get to see or hear if it stood in such a place. */
const SPOKEN = new Set(["alt", "description", "error", "label", "nothingFound", "placeholder", "summary", "text", "title"]);

/** Calls whose words only developers and logs read. */
const UNSPOKEN_CALLS = new Set(["DOMException", "Error", "RangeError", "TypeError", "matchMedia"]);

/** Attributes that hold code: class names, paths, media queries. */
const CODE_ATTRIBUTES = new Set(["as", "autoComplete", "className", "d", "key", "points", "rel", "sizes", "style", "transform", "viewBox"]);

export type HardCoded = { line: number; text: string };

/**
 * The texts in one source file that people would read and no message file holds: letters between JSX tags, string literals
 * in attributes and properties that are spoken or shown, and any other literal that reads like a sentence.
 * @example hardCodedText(`const a = <p>Save</p>`) // [{ line: 1, text: "Save" }]
 */
export function hardCodedText(source: string): HardCoded[] {
  const found: HardCoded[] = [];
  const tree: unknown = parseAst(source, { lang: "tsx", sourceType: "module" });
  visit(tree, { parents: [], report: (text, start) => found.push({ line: source.slice(0, start).split("\n").length, text }) });
  return found;
}

type Node = {
  type: string;
  start: number;
  name?: unknown;
  value?: unknown;
  key?: unknown;
  property?: unknown;
  callee?: unknown;
  directive?: unknown;
};
type Walk = { parents: readonly Node[]; report: (text: string, start: number) => void };

function visit(value: unknown, walk: Walk): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, walk);
    return;
  }
  if (!isNode(value) || isUnspoken(value)) return;
  const text = textOf(value);
  if (text !== null && isShown(value, { text, parents: walk.parents })) walk.report(text.trim(), value.start);
  const inside = { ...walk, parents: [value, ...walk.parents] };
  for (const child of Object.values(value)) visit(child, inside);
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value && "start" in value;

/** Types, module names, directives, thrown messages and code attributes are not read by people. */
function isUnspoken(node: Node): boolean {
  if (node.type.startsWith("TS") && !["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"].includes(node.type)) return true;
  if (["ImportDeclaration", "ExportAllDeclaration", "ImportExpression"].includes(node.type)) return true;
  if (node.type === "ExpressionStatement" && typeof node.directive === "string") return true;
  if (node.type === "JSXAttribute") return CODE_ATTRIBUTES.has(nameOf(node.name));
  return ["CallExpression", "NewExpression"].includes(node.type) && UNSPOKEN_CALLS.has(nameOf(node.callee));
}

function textOf(node: Node): string | null {
  if (node.type === "JSXText" || node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  return node.type === "TemplateElement" ? (node.value as { raw: string }).raw : null;
}

function isShown(node: Node, { text, parents }: { text: string; parents: readonly Node[] }): boolean {
  if (!/\p{L}/u.test(text)) return false;
  if (node.type === "JSXText") return true;
  if (/\p{Ll}{2,}[,.]? \p{L}{2,}/u.test(text) || /^\p{Lu}\p{Ll}+ \p{L}{2,}/u.test(text)) return true;
  const holder = holderOf(parents);
  if (holder?.type === "JSXElement" || holder?.type === "JSXFragment") return true;
  if (holder?.type === "JSXAttribute") return isSpoken(nameOf(holder.name));
  return holder?.type === "Property" && isSpoken(nameOf(holder.key)) && /^\p{Lu}/u.test(text);
}

const isSpoken = (name: string) => SPOKEN.has(name) || /^aria-(?:label|description|roledescription|valuetext|placeholder)$/u.test(name);

/** The place that a literal ends up in, through conditions and templates but not through calls. */
function holderOf(parents: readonly Node[]): Node | undefined {
  const through = ["ConditionalExpression", "LogicalExpression", "TemplateLiteral", "JSXExpressionContainer", "TSAsExpression"];
  return parents.find(({ type }) => !through.includes(type));
}

function nameOf(value: unknown): string {
  if (!isNode(value)) return "";
  if (value.type === "MemberExpression") return nameOf(value.property);
  return String(value.name ?? value.value ?? "");
}

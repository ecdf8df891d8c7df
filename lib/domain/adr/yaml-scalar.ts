import { visible } from "./markdown-escape";

/**
 * A text as a double-quoted YAML scalar on one line, which no title can break out of: quotes, backslashes, line ends and
 * everything outside printable ASCII that a parser could misread are escaped.
 * @example yamlScalar('a: "b" #c') // '"a: \\"b\\" #c"'
 */
export function yamlScalar(text: string): string {
  const line = visible(text).replaceAll(/\s+/gu, " ").trim();
  const escaped = line
    .replaceAll(/["\\]/g, (sign) => `\\${sign}`)
    .replaceAll(/[\uFEFF\uFFFE\uFFFF]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `"${escaped}"`;
}

/**
 * A list of texts as a YAML block sequence under a key; an empty list is written in flow style.
 * @example yamlList("informed", ["Ada"]) // ["informed:", "  - \"Ada\""]
 */
export function yamlList(key: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [`${key}: []`];
  return [`${key}:`, ...texts.map((text) => `  - ${yamlScalar(text)}`)];
}

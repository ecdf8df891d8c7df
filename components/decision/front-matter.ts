const FRONT = /^---\n([\s\S]*?)\n---\n/u;

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

/** The text of the file alone. */
export const withoutFrontMatter = (markdown: string): string => markdown.replace(FRONT, "");

/** Our own front matter quotes each value as JSON does; of a link to another record its words are shown, as its file is not here. */
function plain(scalar: string): string {
  return textOf(scalar).replace(/\[([^\]]*)\]\([^()]*\.md\)/gu, "$1");
}

function textOf(scalar: string): string {
  try {
    return String(JSON.parse(scalar));
  } catch {
    return scalar;
  }
}

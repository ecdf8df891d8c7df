import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Log4brains } from "@log4brains/core";
import { load } from "js-yaml";
import MarkdownIt from "markdown-it";
import { parse } from "yaml";

/** What a tool makes of a file: the parts it looks for, null where it finds none. */
export type Reading = Partial<Record<"title" | "number" | "status" | "date" | "deciders" | "supersededBy" | "sections", string | null>>;
export type AdrFile = { text: string; fileName: string };

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/u;

/** As the scripts of adr-tools 3.0 read a file: number by its name, title by its first line, status and links by its section. */
export function readAsAdrTools({ text, fileName }: AdrFile): Reading {
  const lines = text.split("\n");
  const start = lines.indexOf("## Status");
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith("#"));
  const status = rest.slice(0, end < 0 ? undefined : end).filter((line) => line.trim() !== "");
  const links = status.flatMap((line) => /^(.+) \[.*\]\(0*([1-9][0-9]*).*\)/u.exec(line) ?? []);
  const by = links.indexOf("Superceded by");
  return {
    number: /^[0-9]+(?=-[^/]*\.md$)/u.exec(fileName)?.[0].replace(/^0+/u, "") ?? null,
    title: (lines[0] ?? "").startsWith("# ") ? (lines[0] ?? "").slice(2) : null,
    status: status.find((line) => !/\]\(/u.test(line)) ?? (by < 0 ? null : "Superceded"),
    supersededBy: by < 0 ? null : (links[by + 1] ?? null),
  };
}

export async function readAsLog4brains({ text, fileName }: AdrFile): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), "shortlist-adr-"));
  try {
    writeFileSync(join(folder, ".log4brains.yml"), "project:\n  name: Test\n  tz: Etc/UTC\n  adrFolder: .\n");
    writeFileSync(join(folder, fileName), text);
    const [found] = await Log4brains.create(folder).searchAdrs();
    if (found === undefined) return {};
    return {
      title: found.title,
      status: found.status,
      date: found.publicationDate?.slice(0, 10) ?? null,
      deciders: found.deciders.join("|") || null,
      supersededBy: found.supersededBy,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function readAsYaml({ text }: AdrFile): Reading {
  return fromFrontMatter(text, (yaml) => parse(yaml));
}

export function readAsJsYaml({ text }: AdrFile): Reading {
  return fromFrontMatter(text, (yaml) => load(yaml));
}

/** Title and sections as a Markdown parser's headings. */
export function readAsMarkdown({ text }: AdrFile): Reading {
  const tokens = new MarkdownIt().parse(text.replace(FRONT_MATTER, ""), {});
  const headings = (tag: string) =>
    tokens
      .flatMap((token, at) => (token.type === "heading_open" && token.tag === tag ? [tokens[at + 1]] : []))
      .map((token) => plain(token));
  return { title: headings("h1").join("|") || null, sections: headings("h2").join("|") };
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

function plain(token: Token | undefined): string {
  return (token?.children ?? []).map((child: Token) => child.content).join("");
}

function fromFrontMatter(text: string, read: (yaml: string) => unknown): Reading {
  const yaml = FRONT_MATTER.exec(text)?.[1];
  if (yaml === undefined) return {};
  const front = read(yaml) as Record<string, unknown>;
  const makers = front["decision-makers"];
  const date = front.date instanceof Date ? front.date.toISOString().slice(0, 10) : front.date;
  return {
    status: typeof front.status === "string" ? front.status : null,
    date: typeof date === "string" ? date : null,
    deciders: Array.isArray(makers) ? makers.join("|") || null : null,
  };
}

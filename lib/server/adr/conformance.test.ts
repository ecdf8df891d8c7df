import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { anAdrInput } from "@/lib/domain/adr/builders";
import { composeAdr } from "@/lib/domain/adr/compose-adr";
import { ADR_FORMATS, type AdrFormat, renderAs } from "@/lib/domain/adr/formats";
import { anApproval } from "@/lib/domain/record/builders";
import { documentMessages } from "../messages";

const messages = documentMessages("en");

import { type Reading, readAsAdrTools, readAsJsYaml, readAsLog4brains, readAsMarkdown, readAsYaml } from "../testing/adr-readers";

const TITLE = 'Use "C#": yes & no? <b> [x] — ünï #1';
const REPLACEMENT = { number: 9, title: "The next one", fileName: "0009-the-next-one.md", isPartial: false };
const PARTS = ["number", "title", "status", "date", "deciders", "supersededBy", "sections"] as const;

const READERS = {
  "adr-tools": readAsAdrTools,
  "@log4brains/core 1.1.0": readAsLog4brains,
  "yaml 2.9.1": readAsYaml,
  "js-yaml 5.5.0": readAsJsYaml,
  "markdown-it 15.0.3": readAsMarkdown,
};

/** Three records that differ in everything a reader could get right by chance. */
function records(format: AdrFormat) {
  const worksheet = { id: "w", title: TITLE, scope: "", timeZone: "UTC" };
  const deciders = [anApproval({ name: "Dee Okafor" }), anApproval({ name: "Élif Şahin" })];
  const of = (over: Parameters<typeof anAdrInput>[1]) =>
    renderAs({ format, document: composeAdr(anAdrInput(messages, { record: { worksheet }, approvals: deciders, ...over })), messages });
  const replaced = {
    supersededBy: [format === "log4brains" ? { ...REPLACEMENT, number: null, fileName: "20270101-the-next-one.md" } : REPLACEMENT],
    supersedes: [],
  };
  return [
    { file: of({}), status: "accepted", by: null },
    { file: of({ status: "rejected" }), status: "rejected", by: null },
    {
      file: of({ status: "superseded", relations: replaced }),
      status: "superseded",
      by: format === "log4brains" ? "20270101-the-next-one" : "9",
    },
  ];
}

/** The parts that a reader finds rightly in all three records. */
async function partsRead(
  format: AdrFormat,
  read: (file: { text: string; fileName: string }) => Reading | Promise<Reading>,
): Promise<string[]> {
  const right = await Promise.all(
    records(format).map(async ({ file, status, by }) => {
      const found = await read(file);
      const expected: Record<(typeof PARTS)[number], (value: string) => boolean> = {
        number: (value) => value === "3",
        title: (value) => value.replaceAll(/\\([!-/:-@[-`{-~])/gu, "$1").replace(/^3\. |^ADR 003: /u, "") === TITLE,
        status: (value) => value.toLowerCase().replace("superceded", "superseded").startsWith(status),
        date: (value) => value === "2026-11-20",
        deciders: (value) => value === "Dee Okafor|Élif Şahin",
        supersededBy: (value) => value === by,
        sections: (value) => value !== "",
      };
      return PARTS.filter((part) => {
        const value = found[part];
        if (part === "supersededBy" && by === null) return part in found && (value ?? null) === null;
        return typeof value === "string" && expected[part](value);
      });
    }),
  );
  return PARTS.filter((part) => right.every((parts) => parts.includes(part)));
}

const WORDS: Partial<Record<string, string>> = { supersededBy: "superseded by" };

describe("the files we export, read by other tools", () => {
  it("are read as the table in docs/adr-conformance.md says", async () => {
    const names = Object.keys(READERS);
    const lines = [`| form | ${names.join(" | ")} |`, `| --- |${" --- |".repeat(names.length)}`];
    for (const format of ADR_FORMATS) {
      const cells: string[] = [];
      for (const read of Object.values(READERS)) {
        const parts = (await partsRead(format, read)).map((part) => WORDS[part] ?? part);
        cells.push(parts.length === 0 ? "not its form" : parts.join(", "));
      }
      lines.push(`| ${format} | ${cells.join(" | ")} |`);
    }
    expect(readFileSync("docs/adr-conformance.md", "utf8")).toContain(lines.join("\n"));
  });

  it("hold exactly one title and the sections of their form for a Markdown parser", () => {
    const sections = (format: AdrFormat) => readAsMarkdown(records(format)[0]?.file ?? { text: "", fileName: "" });
    expect(sections("nygard").sections).toBe("Status|Context|Decision|Consequences");
    expect(sections("practical").sections).toBe("Context|Decision|Implementation|Consequences");
    expect(sections("madr").sections?.split("|").slice(0, 4)).toEqual([
      "Context and Problem Statement",
      "Decision Drivers",
      "Considered Options",
      "Decision Outcome",
    ]);
    for (const format of ADR_FORMATS) expect(sections(format).title).not.toContain("|");
  });
});

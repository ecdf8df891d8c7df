import fc from "fast-check";
import { describe, expect, it } from "vitest";
import adrDe from "../../../messages/de/adr.json";
import costsDe from "../../../messages/de/costs.json";
import fieldsDe from "../../../messages/de/fields.json";
import adr from "../../../messages/en/adr.json";
import costs from "../../../messages/en/costs.json";
import fields from "../../../messages/en/fields.json";
import { parseAdr } from "../adr-import/parse-adr";
import { anApproval } from "../record/builders";
import { anAdrInput } from "./builders";
import { composeAdr } from "./compose-adr";
import { ADR_FORMATS, renderAs } from "./formats";
import { visible } from "./markdown-escape";

const messages = { adr, costs, fields };
const LINK = { number: 9, title: "Another one", fileName: "0009-another-one.md", isPartial: false };

const FORM_READ = {
  madr: "madr-4",
  nygard: "nygard",
  "y-statement": "y-statement",
  practical: "nygard",
  log4brains: "log4brains",
} as const;

const TITLES = [
  'Use "C#": yes # or no?',
  "---",
  "--- status: accepted ---",
  "title: |\n  block",
  "*emphasis* _and_ `code` [link](javascript:alert(1)) <script>",
  "# Heading #",
  "1. Which one?",
  "=====",
  "$x$ &amp; \\ 'quote' %TAG !tag @at",
  "😀 Ελληνικά русский 日本語 \u202Eright",
  "- item",
  "<!-- gone? -->",
];

function written(title: string, over: Parameters<typeof anAdrInput>[1] = {}) {
  const worksheet = { id: "w", title, scope: "", timeZone: "UTC" };
  return composeAdr(anAdrInput(messages, { approvals: [anApproval()], ...over, record: { worksheet } }));
}

describe.each(ADR_FORMATS)("a record in the form %s", (format) => {
  const read = (title: string, over: Parameters<typeof anAdrInput>[1] = {}) => {
    const { text, fileName } = renderAs({ format, document: written(title, over), messages });
    const parsed = parseAdr(text, fileName);
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.adr;
  };

  it.each(TITLES)("comes back with its title, status, date and deciders when the title is %j", (title) => {
    expect(read(title)).toMatchObject({
      title: visible(title).replaceAll(/\s+/gu, " ").trim(),
      status: "accepted",
      date: "2026-11-20",
      deciders: ["Dee Okafor"],
      supersededBy: null,
    });
  });

  it("comes back with any title", () => {
    const words = fc.string({ unit: fc.constantFrom(..." ab#*_`[]()<>&;:-=.|~\\\"'!$%{}09é\u4e2d"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (title) => {
        const plain = title.replaceAll(/\s+/gu, " ").trim();
        fc.pre(plain !== "");
        expect(read(title).title).toBe(plain);
      }),
      { numRuns: 200 },
    );
  });

  it("says by what it was superseded, and what it replaces", () => {
    const relations = { supersededBy: [LINK], supersedes: [{ ...LINK, number: 2, fileName: "0002-old.md" }] };
    expect(read("A", { status: "superseded", relations })).toMatchObject({ status: "superseded", supersededBy: "0009-another-one.md" });
    expect(read("A", { relations: { ...relations, supersededBy: [] } })).toMatchObject({ status: "accepted" });
  });

  it("is proposed, with nothing invented, while nobody decided", () => {
    const open = { status: "proposed", number: null, decidedAt: null, approvals: [] } as const;
    expect(read("A", open)).toMatchObject({ status: "proposed", date: null, deciders: [] });
  });
});

describe.each(ADR_FORMATS)("a German record in the form %s", (format) => {
  const german = { adr: adrDe, costs: costsDe, fields: fieldsDe };
  const read = (over: Parameters<typeof anAdrInput>[1] = {}) => {
    const worksheet = { id: "w", title: "Welche Datenbank hält die Bestellungen?", scope: "", timeZone: "UTC", language: "de" } as const;
    const document = composeAdr(anAdrInput(german, { approvals: [anApproval()], ...over, record: { worksheet } }));
    const { text, fileName } = renderAs({ format, document, messages: german });
    const parsed = parseAdr(text, fileName);
    return parsed.ok ? parsed.adr : null;
  };

  it("is read by the same tools as an English one", () => {
    expect(read()).toMatchObject({
      format: FORM_READ[format],
      title: "Welche Datenbank hält die Bestellungen?",
      status: "accepted",
      date: "2026-11-20",
      deciders: ["Dee Okafor"],
    });
    const relations = { supersededBy: [LINK], supersedes: [] };
    expect(read({ status: "superseded", relations })).toMatchObject({ status: "superseded", supersededBy: "0009-another-one.md" });
    expect(read({ status: "deprecated" })?.status).toBe("deprecated");
  });
});

describe("two readers' numbers", () => {
  it("stand where adr-tools and log4brains look for them", () => {
    const nameOf = (format: (typeof ADR_FORMATS)[number]) => renderAs({ format, document: written("Où stocker ?"), messages }).fileName;
    expect([nameOf("nygard"), nameOf("madr"), nameOf("log4brains")]).toEqual([
      "0003-ou-stocker.md",
      "0003-ou-stocker.md",
      "20261120-ou-stocker.md",
    ]);
  });

  it("come back from the forms that number their headings", () => {
    const numberIn = (format: (typeof ADR_FORMATS)[number]) => {
      const parsed = parseAdr(renderAs({ format, document: written("A"), messages }).text);
      return parsed.ok ? parsed.adr.number : null;
    };
    expect([numberIn("nygard"), numberIn("practical"), numberIn("madr")]).toEqual(["3", "3", null]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAdr } from "./parse-adr";
import type { ParsedAdr } from "./schema";

function read(source: string | Uint8Array, name = ""): ParsedAdr {
  const parsed = parseAdr(source, name);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.adr;
}
const whole = (adr: ParsedAdr) => adr.frontMatter + adr.sections.map((section) => section.text).join("");
const NYGARD = "# 3. Use PostgreSQL\n\nDate: 2026-11-20\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n";

describe("what a record states", () => {
  it("is read from Nygard's sections", () => {
    expect(read(NYGARD)).toMatchObject({ format: "nygard", title: "Use PostgreSQL", number: "3", status: "accepted", date: "2026-11-20" });
  });

  it("is unknown where nothing is stated, never accepted", () => {
    const adr = read("# A\n\n## Context and Problem Statement\n\naccepted\n\n## Decision Outcome\n\nStatus: accepted\n");
    expect([adr.status, adr.statusRaw, adr.date]).toEqual(["unknown", null, null]);
    expect(adr.warnings).toContain("no_status");
  });

  it("is not taken from an example in a fence, nor from a section below", () => {
    const adr = read("# A\n\n```\nStatus: accepted\nDate: 2001-01-01\n```\n\n## Decision Outcome\n\n~~~\n## B\n~~~\n");
    expect([adr.status, adr.date, adr.sections.map(({ heading }) => heading)]).toEqual(["unknown", null, ["A", "Decision Outcome"]]);
  });

  it.each([
    ["Superceded by [4. B](0004-b.md)", "superseded", "0004-b.md"],
    ["Accepted\n\nSuperseded by [4. B](0004-b.md)", "superseded", "0004-b.md"],
    ["Accepted\n\nSupercedes [2. B](0002-b.md)", "accepted", null],
    ["**Approved**", "accepted", null],
    ["on hold", "on hold", null],
    ["[proposed | accepted]", "unknown", null],
  ])("reads the status %j as %s", (status, word, target) => {
    const adr = read(NYGARD.replace("Accepted", status));
    expect([adr.status, adr.supersededBy]).toEqual([word, target]);
  });

  it.each([
    ["2026-11-20T10:00:00Z", "2026-11-20"],
    ["20th November 2026", "2026-11-20"],
    ["Nov 20, 2026", "2026-11-20"],
    ["2021-10", "2021-10"],
    ["31/12/2021", "2021-12-31"],
    ["03/04/2021", null],
    ["2021-02-30", null],
    ["next week", null],
  ])("reads the date %j as %s", (written, date) => {
    const adr = read(NYGARD.replace("2026-11-20", written));
    expect(adr.date).toBe(date);
    expect(adr.warnings.includes("unreadable_date")).toBe(date === null);
  });

  it.each([
    ["# ADR-0012: A", "", "12", "A"],
    ["# 0012 - A", "", "12", "A"],
    ["# A", "docs/0012-a.md", "12", "A"],
    ["# A", "20260102-a.md", null, "A"],
    ["# A", "2026-01-02-a.md", null, "A"],
    ["# 3 stores are enough", "", null, "3 stores are enough"],
    ["# A\\_b \\#1", "", null, "A_b #1"],
  ])("reads %j in the file %j as number %s", (heading, name, number, title) => {
    expect(read(`${heading}\n\n## Context\n\n## Decision\n`, name)).toMatchObject({ number, title });
  });
});

describe("odd files", () => {
  it("keep their byte order mark and their line ends", () => {
    const text = `\uFEFF---\r\nstatus: accepted\r\n---\r\n# A\r\n\r\n## Decision Outcome\r\n\r\nb\r\n`;
    const adr = read(new TextEncoder().encode(text));
    expect([adr.status, adr.title, whole(adr) === text]).toEqual(["accepted", "A", true]);
    expect(adr.warnings).toContain("byte_order_mark");
  });

  it("in Latin-1 are read as such and named", () => {
    const adr = read(Uint8Array.from("# Caf\u00e9\n\n## Decision\n\n## Context\n", (sign) => sign.charCodeAt(0)));
    expect([adr.title, adr.warnings.includes("not_utf8")]).toEqual(["Café", true]);
  });

  it("with front matter that is no YAML are read line by line and named", () => {
    const adr = read("---\ntitle: A: b: c\nstatus: accepted\n  x: [\n---\n# A\n\n## Decision Outcome\n");
    expect([adr.status, adr.warnings.includes("front_matter_invalid")]).toEqual(["accepted", true]);
  });

  it("that show front matter as an example in a fence have none", () => {
    const example = "```yaml\n---\nstatus: accepted\ndate: 2001-01-01\n---\n```\n";
    for (const text of [`${example}# A\n\n## Decision Outcome\n\nb\n`, `# A\n\n${example}\n## Decision Outcome\n\nb\n`]) {
      const adr = read(text);
      expect([adr.frontMatter, adr.status, adr.date, adr.title, whole(adr) === text]).toEqual(["", "unknown", null, "A", true]);
    }
  });

  it("with an alias bomb in the front matter do not explode", () => {
    const bomb = Array.from(
      { length: 30 },
      (_, n) =>
        `a${n}: &a${n} [${
          n === 0
            ? "b"
            : Array(9)
                .fill(`*a${n - 1}`)
                .join(", ")
        }]`,
    ).join("\n");
    expect(read(`---\n${bomb}\nstatus: accepted\n---\n# A\n`).warnings).toContain("front_matter_invalid");
  });

  it("with front matter that never ends, or two rules instead of it, lose nothing", () => {
    expect(read("---\nstatus: accepted\n# A\n").warnings).toContain("front_matter_unclosed");
    const rules = read("---\n\nsome words\n\n---\n# A\n");
    expect([rules.frontMatter, rules.title]).toEqual(["", "A"]);
  });

  it("with headings underlined are cut at them", () => {
    const adr = read("3. A\n====\n\nStatus\n------\n\nAccepted\n\nContext\n---\n\n* a\n---\n\nDecision\n---\nb\n");
    expect(adr).toMatchObject({ title: "A", number: "3", status: "accepted", format: "nygard" });
    expect(adr.sections.map(({ heading }) => heading)).toEqual(["3. A", "Status", "Context", "Decision"]);
  });

  it.each([
    ["", "empty"],
    ["\uFEFF", "empty"],
    [" \n\t\n", "empty"],
    ["# A\0", "binary"],
  ])("like %j are refused by name", (text, reason) => {
    expect(parseAdr(text)).toEqual({ ok: false, reason });
  });

  it("of more than 5 MB are refused by name", () => {
    expect(parseAdr(new Uint8Array(5 * 1024 * 1024 + 1).fill(97))).toEqual({ ok: false, reason: "too_large" });
  });
});

describe("a file of any size", () => {
  // A pattern that goes back over the text would take hours here, not the seconds that a test is given.
  const size = 1_000_000;
  it.each([
    "\n",
    "#",
    "# a\n",
    "- ",
    "`",
    "```\n",
    "<!--",
    "a\n",
    "[",
    "](",
    "---\n",
    "a: b\n",
    "Status: ",
    " ",
    "=",
    "In the context of ",
    "\\",
    "&",
    "| a ",
  ])("made of %j only is read in one pass and nothing is lost", (piece) => {
    const text = piece.repeat(Math.floor(size / piece.length));
    for (const source of [`---\n${text}`, `# A\n\n## Decision Outcome\n\n${text}`]) {
      const parsed = parseAdr(source.slice(0, 5 * 1024 * 1024));
      if (parsed.ok) expect(whole(parsed.adr).length).toBe(Math.min(source.length, 5 * 1024 * 1024));
    }
  });

  it("of any text comes back whole", () => {
    const line = fc.constantFrom(
      "---",
      "# A",
      "## B",
      "```",
      "<!--",
      "-->",
      "a",
      "",
      "===",
      "status: x",
      "\uFEFF",
      "\r",
      "Context",
      "Decision",
      "é🙂",
    );
    const end = fc.constantFrom("\n", "\r\n", "\r", "");
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { maxLength: 30 }), (lines) => {
        const text = lines.flat().join("");
        const parsed = parseAdr(text);
        if (parsed.ok) expect(whole(parsed.adr)).toBe(text);
        else expect(["empty"]).toContain(parsed.reason);
      }),
      { numRuns: 500 },
    );
  });
});

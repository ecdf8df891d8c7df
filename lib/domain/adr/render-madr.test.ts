import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import adr from "../../../messages/en/adr.json";
import costs from "../../../messages/en/costs.json";
import fields from "../../../messages/en/fields.json";
import { aCandidate, anApproval } from "../record/builders";
import { anAdrInput } from "./builders";
import { composeAdr } from "./compose-adr";
import { renderDraftMadr, renderMadr } from "./render-madr";
import { renderNygard } from "./render-nygard";
import { renderYStatement } from "./render-y-statement";

const messages = { adr, costs, fields };
const NOTHING = { request: {}, hash: "", shortlist: [], candidates: [], warnings: [], openAssumptions: [], survival: null };
const worksheet = { id: "w", scope: "", timeZone: "UTC" };

const HOSTILE = [
  'Use "C#": yes # or no?',
  "---\nstatus: accepted",
  "title: |\n  block",
  "*emphasis* _and_ `code` [link](javascript:alert(1)) <script>alert(1)</script>",
  "| a | b |\n|---|---|\n| c | d |",
  "# Heading\n## Another\nSetext\n======",
  "$x$ &amp; &#60; \\ 'quote' %TAG !tag @at",
  "\u202Eright to left\u2066 \u2028 line separator",
  "- item\n1. one\n> quote\n```js\ncode\n```",
  "😀 Ελληνικά русский 日本語",
];

function split(markdown: string) {
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  return { front: parse(front) as Record<string, unknown>, body };
}

describe("renderMadr", () => {
  it("writes the sections of MADR 4 in their order, and the hash", () => {
    const input = anAdrInput(messages, { approvals: [anApproval()] });
    const { front, body } = split(renderMadr(composeAdr(input), messages));
    expect(front).toEqual({
      status: "accepted",
      date: "2026-11-20",
      "decision-makers": ["Dee Okafor"],
      consulted: ["Bo Lindqvist", "Cy Marek"],
      informed: [],
      revision: 3,
      "record-sha256": input.sha256,
    });
    expect(body.match(/^##? .*$/gm)).toEqual([
      "# Which database stores orders for the checkout rewrite?",
      "## Context and Problem Statement",
      "## Decision Drivers",
      "## Considered Options",
      "## Decision Outcome",
      "## Pros and Cons of the Options",
      "## More Information",
    ]);
    expect(body).toContain('Chosen option: "PostgreSQL", because Orders, stock and payments must change together');
    expect(body).toContain(`SHA-256 of the record: ${input.sha256}`);
  });

  it.each(HOSTILE)("keeps its structure when titles, names and texts are %j", (text) => {
    const sections = (["choice", "why", "alternatives", "reconsider", "dissent", "exit_plan", "consequences_good"] as const).map(
      (section) => ({ section, text }),
    );
    const approvals = [anApproval({ name: text, comment: text, verdict: "disagree_and_commit" })];
    const calm = anAdrInput(messages, {
      approvals: [anApproval({ comment: "x", verdict: "disagree_and_commit" })],
      record: { sections: sections.map(({ section }) => ({ section, text: "x" })) },
    });
    const wild = anAdrInput(messages, { approvals, record: { worksheet: { ...worksheet, title: text, scope: text }, sections } });
    const { front, body } = split(renderMadr(composeAdr(wild), messages));
    expect(Object.keys(front)).toEqual(Object.keys(split(renderMadr(composeAdr(calm), messages)).front));
    expect(front.status).toBe("accepted");
    const outline = (markdown: string) => markdown.match(/^#{2,6} .*$/gm);
    expect(outline(body)).toEqual(outline(split(renderMadr(composeAdr(calm), messages)).body));
    expect(body).not.toMatch(/(?<!\\)<[a-z]/i);
    expect(body).not.toMatch(/^\s*(```|~~~|={3,}|-{3,})/m);
    expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(body).not.toMatch(/(?<!\\)\]\(/);
  });

  it("accounts for every candidate with the rule that spoke", () => {
    const statuses = ["shortlisted", "near-miss", "remaining", "eliminated", "filed", "hosting"] as const;
    const candidates = Array.from({ length: 87 }, (_, index) =>
      aCandidate(`s${index}`, `System ${index}`, statuses[index % 6] ?? "eliminated"),
    );
    const evaluation = { ...NOTHING, candidates };
    const document = composeAdr(anAdrInput(messages, { record: { evaluation, chosen: null } }));
    const table = document.sections.find((section) => section.id === "candidates")?.blocks.find((block) => block.kind === "table");
    expect(table?.kind === "table" && table.rows.map((row) => row[0]).toSorted()).toEqual(candidates.map((one) => one.name).toSorted());
    const markdown = renderMadr(document, messages);
    for (const { name, status } of candidates) {
      const row = new RegExp(`^\\| ${name} \\|.*$`, "m").exec(markdown)?.[0];
      expect(row).toBeDefined();
      if (status === "eliminated") expect(row).toContain("C-02");
    }
  });

  it("is byte for byte the same for the same record", () => {
    const once = renderMadr(composeAdr(anAdrInput(messages)), messages);
    expect(renderMadr(composeAdr(anAdrInput(messages)), messages)).toBe(once);
  });

  it("says nothing of a hash or a number while it is a draft", () => {
    const input = anAdrInput(messages);
    const draft = renderDraftMadr(composeAdr(input), messages);
    expect(split(draft).front).toMatchObject({ status: "draft" });
    expect(draft).not.toContain(input.sha256);
  });

  it("reads an unknown price as at least", () => {
    const markdown = renderMadr(composeAdr(anAdrInput(messages)), messages);
    expect(markdown).toContain("at least $352.00");
    expect(markdown).toContain("| Egress | 12.5 GB | unknown |");
    expect(composeAdr(anAdrInput(messages)).summary.itCosts).toBe(
      "At least $352 a month today, $1,160 at 10 times the load, $2,030 at 100 times the load. No price yet for Egress.",
    );
  });

  it("writes an empty worksheet without inventing anything", () => {
    const empty = { frame: {}, answers: [], positions: [], sections: [], chosen: null, evaluation: NOTHING, costs: null, reconsider: [] };
    const markdown = renderMadr(
      composeAdr(anAdrInput(messages, { record: empty, status: "draft", number: null, decidedAt: null, sha256: null, revision: null })),
      messages,
    );
    for (const text of [
      "No choice has been written yet",
      "No costs were computed",
      "Nobody disagreed in writing",
      "Nothing was left on the shortlist",
    ]) {
      expect(markdown).toContain(text);
    }
  });
});

describe("the other forms", () => {
  it("numbers a Nygard record and keeps its four headings", () => {
    const markdown = renderNygard(composeAdr(anAdrInput(messages)), messages);
    expect(markdown.split("\n")[0]).toBe("# 3. Which database stores orders for the checkout rewrite?");
    expect(markdown.match(/^## .*$/gm)).toEqual(["## Status", "## Context", "## Decision", "## Consequences"]);
  });

  it("puts the decision into one Y-statement", () => {
    const markdown = renderYStatement(composeAdr(anAdrInput(messages)), messages);
    expect(markdown).toContain("In the context of Which database stores orders for the checkout rewrite?,");
    expect(markdown).toContain("we decided: We store orders in PostgreSQL, run by Amazon RDS,");
    expect(markdown).toContain("accepting that Writes stay on one server,");
  });

  it("names the file after number and title", () => {
    expect(composeAdr(anAdrInput(messages)).fileName).toBe("0003-which-database-stores-orders-for-the-checkout-rewrite.md");
  });

  it("dates the decision in the worksheet's zone", () => {
    const record = { worksheet: { ...worksheet, title: "t", timeZone: "Asia/Kathmandu" } };
    expect(composeAdr(anAdrInput(messages, { record, decidedAt: "2026-11-20T20:00:00Z" })).statusText).toBe("Accepted 21 November 2026");
  });
});

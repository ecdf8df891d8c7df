import { describe, expect, it } from "vitest";
import adr from "../../../messages/en/adr.json";
import costs from "../../../messages/en/costs.json";
import fields from "../../../messages/en/fields.json";
import rules from "../../../messages/en/rules.json";
import { CATALOGUE } from "../catalogue/catalogue";
import { evaluate } from "../engine/evaluate";
import { anApproval, aRecordInput } from "../record/builders";
import { recordEvaluation } from "../record/record-evaluation";
import { aStatement } from "../sign-off/builders";
import { anAdrInput } from "./builders";
import { composeAdr } from "./compose-adr";
import { formatMoney, formatNumber, formatPrice } from "./format-value";
import type { AdrDocument, AdrSectionId } from "./schema";

const messages = { adr, costs, fields, rules };

function blocksOf(document: AdrDocument, id: AdrSectionId) {
  return document.sections.find((section) => section.id === id)?.blocks ?? [];
}

describe("composeAdr", () => {
  it("accounts for every system of the catalogue, with the rule, the answer and the fact behind each that left", () => {
    const answers = { workload: { primary: "relational" as const }, consistency: { atomic: "many_records" as const } };
    const evaluation = recordEvaluation({ request: { answers }, evaluation: evaluate({ answers }, { flips: false }), survival: null });
    const document = composeAdr(anAdrInput(messages, { record: { evaluation, chosen: "postgresql" } }));
    const table = blocksOf(document, "candidates").find((block) => block.kind === "table");
    const rows = table?.kind === "table" ? table.rows : [];
    expect(rows.map(([name]) => name).toSorted()).toEqual(CATALOGUE.systems.map((system) => system.name).toSorted());
    const left = rows.filter(([, outcome]) => outcome?.startsWith("Left at"));
    expect(left.length).toBeGreaterThan(10);
    for (const [, , ids, why] of left) {
      expect(ids).toMatch(/[A-Z]+-\d+/);
      expect(why).toMatch(/answered “.+” .+; fact: .+ = .+ \[.+\]/);
    }
    expect(document.summary.othersLeft).toBe(left.length);
    expect(document.chosen).toBe("PostgreSQL");
  });

  it("says that a rule could not be told of a system that stands only because nobody knew", () => {
    const answers = { workload: { primary: "relational" as const } };
    const evaluation = recordEvaluation({ request: { answers }, evaluation: evaluate({ answers }, { flips: false }), survival: null });
    const document = composeAdr(anAdrInput(messages, { record: { evaluation } }));
    const table = blocksOf(document, "candidates").find((block) => block.kind === "table");
    expect(table?.kind === "table" && table.rows.some(([, , , why]) => why?.startsWith("Could not be told: "))).toBe(true);
  });

  it("quotes dissent in full, from the text and from approvals that still count", () => {
    const comment = "If the marketplace launches\nwe pass 50,000 writes.";
    const approvals = [
      anApproval({ name: "Cy", verdict: "disagree_and_commit", comment }),
      anApproval({ name: "Bo", verdict: "disagree_and_commit", comment: "old", isStale: true }),
    ];
    const sections = [...aRecordInput().sections, { section: "dissent" as const, text: "Dee would wait." }];
    const document = composeAdr(anAdrInput(messages, { approvals, record: { sections } }));
    expect(document.summary.dissent).toBe(
      "Dee would wait.\nCy disagrees and commits: “If the marketplace launches we pass 50,000 writes.”",
    );
    expect(blocksOf(document, "dissent").at(-1)).toEqual({
      kind: "quote",
      text: comment,
      by: "Cy",
    });
    expect(document.approvals[1]?.verdictText).toContain("no longer counts");
  });

  it("prints a quotation without its marks, whatever stands around it", () => {
    const text = "We talked.\n\n> We cannot run it\n> at night.\n> — Dee\n>\n> A second outage would prove it.";
    const sections = [...aRecordInput().sections, { section: "dissent" as const, text }];
    const document = composeAdr(anAdrInput(messages, { approvals: [], record: { sections } }));
    expect(blocksOf(document, "dissent")).toMatchObject([
      { kind: "paragraph", text: { text: "We talked." } },
      { kind: "quote", text: "We cannot run it\nat night.", by: "Dee" },
      { kind: "quote", text: "A second outage would prove it.", by: "" },
    ]);
    expect(document.summary.dissent).not.toContain(">");
  });

  it("never says that nobody disagreed above a reservation", () => {
    const comment = "Test the restore\nbefore we go live.";
    const approvals = [
      anApproval({ name: "Ada", verdict: "approve", comment: "Good." }),
      anApproval({ name: "Bo", verdict: "approve_with_reservation", comment }),
      anApproval({ name: "Cy", verdict: "decline", comment: "" }),
      anApproval({ name: "Dee", verdict: "approve_with_reservation", comment: "old", isStale: true }),
    ];
    const sections = aRecordInput().sections.filter(({ section }) => section !== "dissent");
    const document = composeAdr(anAdrInput(messages, { approvals, record: { sections } }));
    expect(document.summary.dissent).toBe("Bo approves with reservation: “Test the restore before we go live.”\nCy declines.");
    expect(blocksOf(document, "dissent")).toEqual([
      { kind: "quote", text: comment, by: "Bo, who approves with reservation" },
      { kind: "paragraph", text: { text: "Cy declines.", note: "", sources: [] } },
    ]);
  });

  it("names a trigger once when the list was taken from the text", () => {
    const reconsider = [{ text: "a second country goes live", now: null, ownerId: "m-cy" }];
    const { summary } = composeAdr(anAdrInput(messages, { record: { reconsider } }));
    expect(summary.lookAgain.map(({ text, note }) => `${text} ${note}`)).toEqual([
      "a second country goes live (owner Cy Marek)",
      "20 November 2027 at the latest ",
    ]);
  });

  it("says who typed for whom, and why somebody answered anew", () => {
    const record = {
      proxies: [{ memberId: "m-cy", byMemberId: "m-dee" }],
      causes: [{ memberId: "m-cy", field: "scale.y3.writes_s", cause: "counted_again" as const }],
    };
    const text = JSON.stringify(blocksOf(composeAdr(anAdrInput(messages, { record })), "process"));
    expect(text).toContain("Cy Marek answered aloud; Dee Okafor typed it.");
    expect(text).toMatch(/Cy Marek counted or measured “[^”]+” again\./u);
  });

  it("keeps an erased person in the record without a name", () => {
    const input = anAdrInput(messages);
    const people = input.people.map((person) => (person.id === "p2" ? { id: "p2", name: null, role: null, salt: null } : person));
    const document = composeAdr({ ...input, people });
    expect(JSON.stringify(document)).not.toContain("Bo Lindqvist");
    expect(JSON.stringify(blocksOf(document, "process"))).toContain("a person whose name was erased (p2)");
  });

  it("draws a strip for each number on which the first answers differed, and only round 1", () => {
    const [strips] = blocksOf(composeAdr(anAdrInput(messages)), "assumptions");
    expect(strips?.kind === "strips" && strips.strips).toMatchObject([
      { label: "Peak writes in 3 years", agreed: 2000, low: { text: "50 per second" }, high: { text: "50,000 per second" } },
    ]);
    expect(strips?.kind === "strips" && strips.strips[0]?.dots.map((dot) => dot.initials).toSorted()).toEqual(["BL", "CM", "DO"]);
  });

  it("counts only known answers as measured", () => {
    expect(composeAdr(anAdrInput(messages)).summary.howSure).toBe(
      "64% of the combinations of our answers lead here. 2 of 6 answers were measured.",
    );
  });
});

describe("numbers in words", () => {
  it.each([
    ["9.994", "$9.99"],
    ["195.24", "$195"],
    ["2694.81", "$2,690"],
    ["-12.5", "-$13"],
    ["0", "$0.00"],
  ])("rounds %s for a sentence to %s", (amount, text) => {
    expect(formatMoney(amount, "en")).toBe(text);
  });

  it.each([
    ["0.000000625", "$0.000000625"],
    ["1160.4", "$1,160.40"],
    ["1234567.891", "$1,234,567.89"],
  ])("keeps the digits of %s in a table", (amount, text) => {
    expect(formatPrice(amount, "en")).toBe(text);
  });

  it("writes German amounts as Germans do", () => {
    expect([formatMoney("1163.2", "de"), formatPrice("-1234567.891", "de"), formatNumber(1234.5, "de")]).toEqual([
      "1.160\u00a0$",
      "-1.234.567,89\u00a0$",
      "1.234,5",
    ]);
  });

  it("groups thousands and leaves decimals alone", () => {
    expect([formatNumber(50000, "en"), formatNumber(1234.5678, "en"), formatNumber("1e15", "en")]).toEqual([
      "50,000",
      "1,234.5678",
      "1,000,000,000,000,000",
    ]);
  });

  it("prints beside each approval what its level rests on", () => {
    const statement = aStatement({ delegatedBy: "Eli" });
    const mailed = aStatement({ how: "mailed_link", mailedTo: "c…@example.org", enrolment: null });
    const document = composeAdr(
      anAdrInput(messages, {
        approvals: [
          anApproval({ assurance: "A", how: "passkey", statement }),
          anApproval({ assurance: "B", how: "mailed_link", statement: mailed }),
          anApproval(),
        ],
      }),
    );
    expect(document.approvals.map((approval) => approval.assuranceText)).toEqual([
      "A passkey, made 2026-11-20 through a link e-mailed to d…@example.org, for Eli",
      "B e-mailed link, sent to c…@example.org",
      "C the facilitator’s own session",
    ]);
  });
});

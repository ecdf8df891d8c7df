import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRecord } from "../record/build-record";
import { anAnswer, aRecordInput } from "../record/builders";
import { recordChanges } from "./record-changes";
import { wordDiff } from "./word-diff";

const record = (over: Parameters<typeof aRecordInput>[0] = {}) => buildRecord(aRecordInput(over)).record;
const before = record();

describe("what changed between two revisions", () => {
  it("is nothing between two freezes of the same worksheet", () => {
    expect(recordChanges(before, record())).toEqual([]);
  });

  it("names the section and the words", () => {
    const sections = aRecordInput().sections.map((row) =>
      row.section === "choice" ? { ...row, text: "We store orders in PostgreSQL, run by us" } : row,
    );
    expect(recordChanges(before, record({ sections }))).toEqual([
      {
        kind: "text",
        part: "choice",
        pieces: [
          { kind: "same", text: "We store orders in PostgreSQL, run by " },
          { kind: "removed", text: "Amazon RDS" },
          { kind: "added", text: "us" },
        ],
      },
    ]);
  });

  it("counts answers and names the parts that are no text", () => {
    const input = aRecordInput();
    const answers = [...input.answers, anAnswer("m-bo", "scale.y3.reads_s", 900, "measured")];
    const changes = recordChanges(before, record({ answers, frame: {}, costs: null }));
    expect(changes).toEqual([
      { kind: "count", part: "answers", changed: 1 },
      { kind: "whole", part: "frame" },
      { kind: "whole", part: "costs" },
    ]);
  });

  it("says that something changed when nothing it knows by name did", () => {
    expect(recordChanges(before, { ...before, versions: { ...before.versions, app: "9.9.9" } })).toEqual([
      { kind: "whole", part: "other" },
    ]);
  });
});

describe("a comparison of two texts", () => {
  const text = fc.array(fc.constantFrom("a", "b ", "c\n", "  ", "dd", "e  f"), { maxLength: 30 }).map((parts) => parts.join(""));

  it("gives both back, whatever they are", () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        const pieces = wordDiff(old, now);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join("");
        expect([without("added"), without("removed")]).toEqual([old, now]);
      }),
    );
  });

  it("exchanges very long texts as a whole instead of thinking about them", () => {
    const [old, now] = ["x", "y"].map((word) => `${word} `.repeat(20_000));
    expect(wordDiff(old ?? "", now ?? "").map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildRecord } from "./build-record";
import { anAnswer, aRecordInput } from "./builders";
import { canonicalise } from "./canonicalise";
import { checkExport, exportJson } from "./export-json";
import { commitmentOf, recordHash } from "./record-hash";
import { recordSchema } from "./schema";

const NAMES = ["Dee Okafor", "Bo Lindqvist", "Cy Marek"];

function anExport(input = aRecordInput()) {
  const { record, people } = buildRecord(input);
  return exportJson({ record, sha256: recordHash(record), people, approvals: [], audit: null, status: "proposed", number: null });
}

describe("buildRecord", () => {
  it("gives the same bytes for the same worksheet, in whatever order answers and positions arrive", () => {
    const input = aRecordInput();
    const shuffled = { ...input, answers: input.answers.toReversed(), positions: input.positions.toReversed() };
    expect(canonicalise(buildRecord(shuffled).record)).toBe(canonicalise(buildRecord(input).record));
  });

  it("holds no name, salt, status or number", () => {
    const text = canonicalise(buildRecord(aRecordInput()).record);
    for (const secret of [...NAMES, "salt-of", "m-bo", '"status":"accepted"', '"number"']) expect(text).not.toContain(secret);
  });

  it("says whose answers somebody else typed, and why later answers differ, and nothing where nobody's do", () => {
    const input = aRecordInput({
      proxies: [
        { memberId: "m-cy", byMemberId: "m-dee" },
        // Added and never heard: there is nothing to mark.
        { memberId: "m-nobody", byMemberId: "m-dee" },
      ],
      causes: [
        { memberId: "m-cy", field: "scale.y3.writes_s", cause: "counted_again" },
        { memberId: "m-bo", field: "scale.y3.writes_s", cause: "learned" },
      ],
    });
    const { record } = buildRecord(input);
    expect(record.spoken).toEqual([{ person: "p3", by: "p1" }]);
    expect(record.causes).toEqual([{ person: "p3", field: "scale.y3.writes_s", cause: "counted_again" }]);
    expect(Object.keys(buildRecord(aRecordInput()).record)).not.toEqual(expect.arrayContaining(["spoken", "causes"]));
  });

  it("ties each person to a name by a salted commitment", () => {
    const { record, people } = buildRecord(aRecordInput());
    expect(record.people[1]).toEqual({
      id: "p2",
      commitment: commitmentOf({ name: "Bo Lindqvist", role: "member", salt: "salt-of-m-bo" }),
    });
    expect(people[1]).toEqual({ id: "p2", name: "Bo Lindqvist", role: "member", salt: "salt-of-m-bo" });
  });

  it("keeps notes apart from answers and leaves cleared answers out", () => {
    const cleared = anAnswer("m-bo", "scale.y3.reads_s", null, "measured");
    const input = aRecordInput();
    const { record } = buildRecord({ ...input, answers: [...input.answers, cleared] });
    expect(record.notes).toEqual([
      { person: "p2", question: "scale", round: 1, text: "The marketplace may launch in spring.", late: false },
    ]);
    expect(record.answers.map((answer) => answer.field)).not.toContain("scale.y3.reads_s");
    expect(record.answers).toHaveLength(7);
  });

  it("refuses an answer of somebody it does not know", () => {
    expect(() => buildRecord(aRecordInput({ answers: [anAnswer("m-x", "ops.team_size", 3, "measured")] }))).toThrow("m-x");
  });
});

describe("recordHash", () => {
  it("changes when one answer changes", () => {
    const input = aRecordInput();
    const changed = aRecordInput({
      answers: input.answers.map((answer) => (answer.value === 2000 ? { ...answer, value: 2001 } : answer)),
    });
    expect(recordHash(buildRecord(changed).record)).not.toBe(recordHash(buildRecord(input).record));
  });

  it("survives JSON and back", () => {
    const { record } = buildRecord(aRecordInput());
    const back = recordSchema.parse(JSON.parse(JSON.stringify(record, null, 2)));
    expect(recordHash(back)).toBe(recordHash(record));
  });

  it("survives JSON and back for any text a person types", () => {
    const { record } = buildRecord(aRecordInput());
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (why) => {
        const typed = { ...record, decision: { ...record.decision, sections: { ...record.decision.sections, why } } };
        expect(recordHash(recordSchema.parse(JSON.parse(canonicalise(typed))))).toBe(recordHash(typed));
      }),
      { numRuns: 25 },
    );
  });
});

describe("the exported file", () => {
  it("checks out as exported", () => {
    expect(checkExport(JSON.parse(JSON.stringify(anExport())))).toMatchObject({ ok: true });
  });

  it("is called changed when the record was touched", () => {
    const exported = anExport();
    const changed = { ...exported, record: { ...exported.record, versions: { ...exported.record.versions, rules: "2" } } };
    expect(checkExport(changed)).toEqual({ ok: false, reason: "changed" });
    expect(() => exportJson(changed)).toThrow("not the hash");
  });

  it("notices a name that is not the one committed to", () => {
    const exported = anExport();
    const people = exported.people.map((person) => ({ ...person, name: "Somebody else" }));
    expect(checkExport({ ...exported, people })).toEqual({ ok: false, reason: "wrong_name" });
  });

  it("stays whole when a person was erased", () => {
    const exported = anExport();
    const people = exported.people.map((person) => ({ ...person, name: null, role: null, salt: null }));
    expect(checkExport({ ...exported, people })).toMatchObject({ ok: true });
  });

  it("is called not ours when it is something else", () => {
    expect(checkExport({ hello: "world" })).toEqual({ ok: false, reason: "not_ours" });
  });
});
